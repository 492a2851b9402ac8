package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in which people are named, or their numbers and addresses stand. */
@AutoService(Detector.class)
public final class FreeTextDetector implements Detector {

  private static final Pattern FOUND =
      Pattern.compile(
          "(?U)[\\w.+-]+@[\\w-]+\\.[\\w.-]{2,}"
              + "|\\b\\d{3}-\\d{2}-\\d{4}\\b"
              + "|\\b[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){3,7}\\b"
              + "|\\b(\\d{4}[ -]){3}\\d{4}\\b"
              + "|(\\+\\d{1,3}[ .-]?)?\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b"
              + "|\\+\\d{1,3}[ \\d-]{8,14}\\d\\b"
              + "|\\b(Mr|Mrs|Ms|Miss|Herr|Frau|Mme|Sra|Sr|Dr)\\.? \\p{Lu}\\p{Ll}+");
  private static final Pattern PAIR = Pattern.compile("\\b(\\p{Lu}\\p{Ll}+) (?=(\\p{Lu}\\p{Ll}+))");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:^|[.!?] )(\\p{Lu}\\p{Ll}+) (?:is|was|has|received|graduated|lives|works)\\b");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.FREE_TEXT)
              .words("free_text")
              .evenOfThings()
              .fact("Personal data stands in its text.", 4, FreeTextDetector::holdsPeople)
              .fact("No personal data was seen in its text.", -5, column -> !holdsPeople(column))
              .fact("Its values are short.", -6, column -> column.meanLength() < 15),
          Clues.of(PiiType.FREE_TEXT)
              .whole(
                  "Personal data stands in its text.",
                  5.5,
                  column -> column.meanLength() > 30 && holdsPeople(column)));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean holdsPeople(ColumnView column) {
    return !column.values().isEmpty() && column.share(FreeTextDetector::holdsPerson) > 0.08;
  }

  private static boolean holdsPerson(String text) {
    return text.length() > 12 && (FOUND.matcher(text).find() || named(text));
  }

  /**
   * A first name in front of a capitalised word that is a last name, or after a form of address.
   */
  private static boolean named(String text) {
    Matcher pairs = PAIR.matcher(text);
    while (pairs.find()) {
      if (Lexicon.get().given(pairs.group(1)) && Lexicon.get().family(pairs.group(2))) {
        return true;
      }
    }
    Matcher alone = SUBJECT.matcher(text);
    return alone.find() && Lexicon.get().given(alone.group(1));
  }
}
