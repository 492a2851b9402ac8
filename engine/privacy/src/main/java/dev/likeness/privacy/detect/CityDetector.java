package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Towns. */
@AutoService(Detector.class)
public final class CityDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.CITY)
              .called(
                  """
              city, cty, town, suburb, locality, city name, place of residence, residence city,
              birth city, birthplace, place of birth, city of birth, home town, hometown,
              municipality, village, city town, ort, stadt, wohnort, geburtsort, gemeinde,
              ortschaft, ciudad, localidad, poblacion, municipio, lugar de nacimiento, ville,
              commune, ville de naissance, lieu de naissance, citta, comune, localita,
              comune di residenza, luogo di nascita, comune di nascita, plaats, woonplaats, stad,
              geboorteplaats, cidade, localidade, concelho, naturalidade, local de nascimento,
              miasto, miejscowosc, miejsce urodzenia, ort, postort, stad, poststed, kaupunki,
              kunta, postitoimipaikka, mesto,
              location, place, lives in, based in, city of residence, residence,
              ville de residence, lugar de residencia, cust location, home city, current city,
              市区町村, 城市, 도시, город
              """)
              .mentioned(
                  """
              city, town, suburb, wohnort, ciudad, ville, citta, woonplaats, cidade, miasto,
              miejscowosc, municipality, birthplace, geburtsort
              """)
              .hinted(
                  """
              location, place
              """)
              .unless(
                  """
              population, tier, size, area, code
              """)
              .values("are known towns", 3, Lexicon.get()::city)
              .must("are words", Shapes.like("[^\\d@:]{2,80}"))
              .fact(
                  "Hardly any value is a known town, and it has a few values only.",
                  -2,
                  column ->
                      column.share(Lexicon.get()::city) < 0.1 && column.profile().distinct() < 4));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
