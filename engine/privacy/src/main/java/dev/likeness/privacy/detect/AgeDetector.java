package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Ages in years, or bands of ages. */
@AutoService(Detector.class)
public final class AgeDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.AGE)
              .words("age")
              .must(
                  "are ages or bands of ages",
                  Shapes.like(
                      "(?i).*\\d.*|young|old|adult|child|teen|senior|middle.*|elderly|minor|yes|no|true|false|y|n"))
              .fact(
                  "Its numbers are those of ages.",
                  1.5,
                  column ->
                      column.numeric() && column.within(0, 115) > 0.995 && column.median() >= 5)
              .fact(
                  "Its numbers are no ages.",
                  -7,
                  column ->
                      column.numeric()
                          && column.within(0, 120) < 0.95
                          && column.within(3000, 45000) < 0.95
                          && !column.dated()));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
