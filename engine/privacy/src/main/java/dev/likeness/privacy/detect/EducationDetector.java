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
              .listed("are names of degrees or schools", 2.5)
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
