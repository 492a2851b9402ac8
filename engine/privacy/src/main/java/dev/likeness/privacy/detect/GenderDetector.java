package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Sex or gender, spelled out or coded. */
@AutoService(Detector.class)
public final class GenderDetector implements Detector {

  private static final Vocabulary WORDS = Vocabulary.named("gender");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.GENDER)
              .words("gender")
              .values("are words for sexes", 4.5, WORDS::lists)
              .values(
                  "are letters for sexes", 1, Shapes.like("(?i)[mfwvdxhkun]|\\d|[mfwd]/[mfwd].*"))
              .whole(
                  "Its only values are the letters of two sexes.",
                  2.6,
                  column ->
                      column.header().missing()
                          && column.values().size() <= 3
                          && column.share(Shapes.like("(?i)[mfwvdx]")) == 1
                          && column.share(Shapes.like("(?i)m")) > 0)
              .must(
                  "are words, letters or digits for sexes",
                  value ->
                      value.length() == 1
                          || value.matches("\\d{1,9}|(?i)(he|she|they|er|sie|il|elle)/.*")
                          || WORDS.lists(value)
                          || value.matches(
                              "(?i)[mfwd]/[mfwd].*|.*(male|binary|trans|prefer|unknown|other|keine|divers).*|true|false|yes|no|f\\d|m\\d|f\\.|m\\.|ma|fe|mal|fem"))
              .fact(
                  "It has more values than there are genders.",
                  -9,
                  column -> column.profile().distinct() > 15 || column.values().size() > 12));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
