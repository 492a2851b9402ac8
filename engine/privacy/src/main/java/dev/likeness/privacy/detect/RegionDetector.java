package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Parts of a country. */
@AutoService(Detector.class)
public final class RegionDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.REGION_OR_STATE)
              .words("region_or_state")
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
