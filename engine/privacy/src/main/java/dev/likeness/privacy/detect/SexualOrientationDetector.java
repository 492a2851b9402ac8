package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Whom somebody loves. */
@AutoService(Detector.class)
public final class SexualOrientationDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.SEXUAL_ORIENTATION)
              .words("sexual_orientation")
              .listed("are words for orientations", 5)
              .fact("Its values are numbers with fractions.", -8, ColumnView::fractional));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
