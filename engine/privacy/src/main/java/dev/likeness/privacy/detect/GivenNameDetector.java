package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;

/** First names. */
@AutoService(Detector.class)
public final class GivenNameDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.GIVEN_NAME)
              .words("given_name")
              .values("are known first names", 6, GivenNameDetector::given)
              .must("are words without digits in front", Shapes.like("[^\\d@/]{1,60}\\d{0,5}"))
              .fact(
                  "Hardly any value is a known first name.",
                  -2.2,
                  column ->
                      column.values().size() >= 5
                          && column.share(GivenNameDetector::given) < 0.15
                          && !latinless(column))
              .fact(
                  "It has a few values only.",
                  -4,
                  column -> column.profile().distinct() < 5 && column.profile().count() > 50));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean given(String value) {
    String[] words = value.split("[ \\-]+");
    return words.length > 0
        && words.length <= 3
        && words[0].length() > 1
        && Arrays.stream(words).allMatch(GivenNameDetector::known);
  }

  private static boolean known(String word) {
    return word.replace(".", "").length() == 1 || Lexicon.get().given(word);
  }

  private static boolean latinless(ColumnView column) {
    return column.share(value -> value.chars().anyMatch(c -> c > 0x24F)) > 0.5;
  }
}
