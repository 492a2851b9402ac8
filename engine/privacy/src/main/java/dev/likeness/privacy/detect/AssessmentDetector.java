package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Debts, credit standing and wealth; marks and performance; conduct; love life. */
@AutoService(Detector.class)
public final class AssessmentDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.OTHER_SENSITIVE)
              .words("other_sensitive")
              .evenOfThings()
              .fact("Its values are dates.", -6, ColumnView::dated)
              .fact("Its values are long text.", -5, column -> column.meanLength() > 60));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
