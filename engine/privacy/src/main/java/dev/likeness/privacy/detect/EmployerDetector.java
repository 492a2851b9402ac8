package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Who somebody works for. */
@AutoService(Detector.class)
public final class EmployerDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.EMPLOYER)
              .words("employer")
              .evenOfThings()
              .fact("Its values are numbers.", -5, ColumnView::numeric)
              .fact("It has two values only.", -6, ColumnView::binary));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
