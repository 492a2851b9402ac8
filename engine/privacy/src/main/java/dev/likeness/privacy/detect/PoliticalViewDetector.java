package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Parties, votes, opinions about politics. */
@AutoService(Detector.class)
public final class PoliticalViewDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.POLITICAL_VIEW)
              .words("political_view")
              .listed("are parties or directions", 5)
              .fact(
                  "Nearly every row has its own.",
                  -6,
                  column -> column.distinctShare() > 0.9 && column.profile().count() > 30)
              .fact("Its values are numbers with fractions.", -6, ColumnView::fractional));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
