package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Postal codes. */
@AutoService(Detector.class)
public final class PostcodeDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.POSTCODE)
              .words("postcode")
              .values(
                  "are postal codes of one country",
                  5.5,
                  Shapes.like(
                      "(?i)[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3}|\\d{5}-\\d{3,4}|\\d{4}-\\d{3}"))
              .must(
                  "have the length of postal codes",
                  value ->
                      value.matches("(?i)[A-Z\\d][A-Z\\d -]{2,9}(\\.0)?")
                          && value.matches(".*\\d.*")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
