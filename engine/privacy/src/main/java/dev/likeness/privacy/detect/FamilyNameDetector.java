package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Last names. */
@AutoService(Detector.class)
public final class FamilyNameDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.FAMILY_NAME)
              .words("family_name")
              .values("are known last names", 4, FamilyNameDetector::family)
              .fact(
                  "It has no name, and values that are mostly last names.",
                  1,
                  column ->
                      column.header().missing() && column.share(FamilyNameDetector::family) > 0.5)
              .must("are words without digits in front", Shapes.like("[^\\d@/]{1,60}\\d{0,5}"))
              .fact(
                  "More values are first names than last names.",
                  -3,
                  column ->
                      column.share(FamilyNameDetector::given)
                          > column.share(FamilyNameDetector::family) + 0.2)
              .fact(
                  "It has a few values only.",
                  -4,
                  column -> column.profile().distinct() < 5 && column.profile().count() > 50));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean family(String value) {
    String[] words = value.split("[ \\-]+");
    return words.length > 0 && words.length <= 4 && Lexicon.get().family(words[words.length - 1]);
  }

  private static boolean given(String value) {
    return Lexicon.get().given(value);
  }
}
