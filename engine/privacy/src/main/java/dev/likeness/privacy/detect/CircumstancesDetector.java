package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** What else tells people apart: household, home, work life, way to work, language, looks. */
@AutoService(Detector.class)
public final class CircumstancesDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.OTHER_QUASI)
              .words("other_quasi")
              .evenOfThings()
              .values("are words for homes", 3, CircumstancesDetector::home)
              .fact(
                  "Nearly every row has its own.",
                  -4,
                  column -> column.distinctShare() > 0.9 && column.profile().count() > 30),
          Clues.of(PiiType.OTHER_QUASI)
              .words("home")
              .evenOfThings()
              .values("are words for homes", 3, CircumstancesDetector::home)
              .must("are short codes", value -> value.length() <= 9)
              .fact(
                  "It has too many values for a kind of home.",
                  -9,
                  column -> column.profile().distinct() > 5 || column.profile().count() < 20)
              .fact(
                  "It says yes or no.",
                  -9,
                  column ->
                      column.share(Shapes.like("(?i)yes|no|y|n|0|1|true|false|unknown")) > 0.6));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean home(String value) {
    return value.matches(
        "(?i)(own|rent|free|mortgage|rented|owned|live with.*|with parents|own[ _]house)");
  }
}
