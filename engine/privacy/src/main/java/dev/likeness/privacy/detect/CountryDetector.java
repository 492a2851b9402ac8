package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Countries. */
@AutoService(Detector.class)
public final class CountryDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.COUNTRY)
              .called(
                  """
              country, country code, country name, nation, native country, country of birth,
              birth country, country of residence, place of birth, cntry, land, staat,
              geburtsland, wohnland, herkunftsland, pais, pais de nacimiento, pais de residencia,
              pays, pays de naissance, pays de residence, paese, nazione, stato, stato di nascita,
              paese di nascita, geboorteland, woonland, pais de nascimento, kraj, kraj urodzenia,
              panstwo, kraj zamieszkania, fodelseland, maa, zeme, orszag, ulke, country iso,
              location country, geography
              """)
              .mentioned(
                  """
              country, geburtsland, native country, pais, pays, geboorteland
              """)
              .hinted(
                  """
              nation, land, kraj, origin
              """)
              .unless(
                  """
              dial, club, phone, area, use, cover, size
              """)
              .values("are countries", 6, Lexicon.get()::country)
              .must("are names or codes", Shapes.like("[^\\d@:]{2,80}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
