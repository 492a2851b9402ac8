package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Membership of a trade union. */
@AutoService(Detector.class)
public final class TradeUnionDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.TRADE_UNION)
              .called(
                  """
              trade union, union, union member, union membership, labor union, labour union,
              unionized, is union member, works council, gewerkschaft, gewerkschaftsmitglied,
              gewerkschaftszugehorigkeit, betriebsrat, sindicato, afiliacion sindical,
              sindicalizado, syndicat, appartenance syndicale, syndique, sindacato,
              iscrizione sindacato, vakbond, vakbondslid, lid vakbond, sindicalizacao,
              zwiazek zawodowy, zwiazki zawodowe, fackforening, facket, ammattiliitto, union dues
              """)
              .mentioned(
                  """
              trade union, labor union, labour union, union member, union membership,
              gewerkschaft, sindicato, sindical, syndicat, sindacato, vakbond, zwiazek zawodowy
              """)
              .unless(
                  """
              european, credit, soviet, insurance, through, student, western
              """));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
