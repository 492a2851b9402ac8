package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Schooling, degrees, fields of study. */
@AutoService(Detector.class)
public final class EducationDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.EDUCATION)
              .words("education")
              .values(
                  "are names of degrees or schools",
                  2.5,
                  Shapes.like(
                      "(?iU).*\\b(bachelor|master|ph\\.?d|doctorate|doctor|high school|college|university|some college|graduate|undergraduate|secondary|primary|diploma|hs-grad|elementary|associate|b\\.?sc|m\\.?sc|mba|b\\.?tech|12th|11th|10th|9th|abitur|hauptschule|realschule|licence|bac|grado|laurea|diploma|mbo|hbo|wo|vmbo|ensino|srednie|wyzsze|podstawowe)\\b.*"))
              .fact("It is the same in every row.", -4, column -> column.profile().distinct() < 2)
              .fact(
                  "Nearly every row has its own.",
                  -5,
                  column -> column.distinctShare() > 0.9 && column.profile().count() > 30));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
