package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Passport numbers. */
@AutoService(Detector.class)
public final class PassportDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.PASSPORT)
              .words("passport")
              .must("have the form of such numbers", Shapes.like("(?i)(?=.*\\d)[A-Z0-9 -]{5,16}"))
              .fact("It has a few values only.", -8, column -> column.profile().distinct() <= 3));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
