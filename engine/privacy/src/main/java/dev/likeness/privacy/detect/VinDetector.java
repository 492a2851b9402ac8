package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Vehicle identification numbers. */
@AutoService(Detector.class)
public final class VinDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.VIN)
              .words("vin")
              .evenOfThings()
              .values("have the form of a VIN", 7, Numbers::vin)
              .must("have the form of a VIN", Numbers::vin));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
