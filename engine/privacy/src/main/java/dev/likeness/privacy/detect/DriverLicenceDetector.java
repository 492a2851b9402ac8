package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Driving licence numbers. */
@AutoService(Detector.class)
public final class DriverLicenceDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DRIVER_LICENCE)
              .words("driver_licence")
              .must("have the form of such numbers", Shapes.like("(?i)(?=.*\\d)[A-Z0-9 */-]{5,25}"))
              .fact("It has a few values only.", -8, column -> column.profile().distinct() <= 3));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
