package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** What is written on cars. */
@AutoService(Detector.class)
public final class LicencePlateDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.LICENCE_PLATE)
              .words("licence_plate")
              .evenOfThings()
              .must(
                  "have the form of plates",
                  Shapes.like("(?i)(?=.*\\p{L})(?=.*\\d)[\\p{L}0-9 ·.:-]{3,24}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
