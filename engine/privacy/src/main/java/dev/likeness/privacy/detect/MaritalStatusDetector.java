package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Married or not. */
@AutoService(Detector.class)
public final class MaritalStatusDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.MARITAL_STATUS)
              .words("marital_status")
              .listed("are words for marital states", 5.5)
              .fact("It has too many values.", -8, column -> column.profile().distinct() > 25));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
