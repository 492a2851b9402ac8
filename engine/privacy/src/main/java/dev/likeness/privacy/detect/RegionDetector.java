package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Parts of a country. */
@AutoService(Detector.class)
public final class RegionDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.REGION_OR_STATE)
              .called(
                  """
              state, st, ward, region, province, county, district, division, state code, state name,
              prefecture, department region, territory, area, us state, birth state, region code,
              state province, geography, locality type, urban rural, residence type,
              residence area, area type, property area, census region, rural, urban, bundesland,
              kanton, landkreis, kreis, bezirk, regierungsbezirk, provincia, comunidad autonoma,
              comunidad, comarca, estado, departamento, region, departement, regione,
              provincia di residenza, provincie, gewest, distrito, uf, ilha, wojewodztwo, powiat,
              gmina, lan, landskap, fylke, kommune, maakunta, kraj, okres, megye,
              state of residence, country region, location,
              bairro, barrio, quartier, quartiere, wijk, stadtteil, ortsteil, neighbourhood,
              neighborhood, dzielnica, 都道府県, 省份, 省, область
              """)
              .mentioned(
                  """
              state, region, province, county, district, bundesland, provincia, wojewodztwo,
              departement, census region, residence type
              """)
              .hinted(
                  """
              area, location, geo, geography, territory, loc
              """)
              .unless(
                  """
              status, machine, active, marital, health, order, workflow, final, initial, current,
              united, loan, solid, work, civil, department, sales, body, brain, skin, number
              """)
              .values("are known states, provinces or counties", 5, Lexicon.get()::region)
              .must("are names or short codes", Shapes.like("[^@:]{1,80}"))
              .fact(
                  "More values are towns than regions.",
                  -3,
                  column ->
                      column.share(Lexicon.get()::city) > column.share(Lexicon.get()::region) + 0.2)
              .fact("It says yes or no.", -6, ColumnView::yesOrNo)
              .fact("Its values are numbers with fractions.", -8, ColumnView::fractional)
              .fact(
                  "Nearly every row has its own.",
                  -5,
                  column -> column.distinctShare() > 0.9 && column.profile().count() > 30));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
