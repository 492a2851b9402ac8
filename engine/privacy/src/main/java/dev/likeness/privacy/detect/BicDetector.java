package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Bank codes. */
@AutoService(Detector.class)
public final class BicDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.BIC)
              .words("bic")
              .values("have the form of a BIC", 2, Shapes.like("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"))
              .must(
                  "have the form of a bank code",
                  value -> Numbers.digits(value).matches("[A-Z0-9]{6,11}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
