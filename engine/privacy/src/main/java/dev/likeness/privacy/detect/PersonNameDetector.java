package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whole names of people: <em>Given Family</em> or <em>Family, Given</em>. */
@AutoService(Detector.class)
public final class PersonNameDetector implements Detector {

  private static final Set<String> MAKERS =
      Words.set(
          "director author artist actor actors writer composer singer band designer publisher cast");
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?iU).*(\\b(inc|ltd|llc|llp|plc|gmbh|ag|kg|ohg|s\\.?a\\.?|s\\.?l\\.?|sarl|sas|spa|srl|b\\.?v"
              + "|n\\.?v|ab|oy|as|corp|co|company|group|bank|hospital|clinic|school|university|college"
              + "|council|trust|society|association|services?|solutions?|systems?|center|centre|hotel"
              + "|restaurant|market|store|shop|street|avenue|road|county|city|and|the|of|for|with)\\b|&).*");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.PERSON_NAME)
              .words("person_name")
              .values("are made of known names", 6.5, PersonNameDetector::person)
              .fact(
                  "Its values are one word each, without capitals.",
                  -5,
                  column -> column.share(Shapes.like("[\\p{Ll}\\d._-]+")) > 0.8)
              .must("are words without digits", Shapes.like("[^\\d@/_:]{2,90}"))
              .fact(
                  "Its values are names of companies or places.",
                  -5,
                  column -> column.share(PersonNameDetector::organisation) > 0.15)
              .fact(
                  "Hardly any value holds a known name.",
                  -2,
                  column ->
                      column.values().size() >= 5
                          && column.share(PersonNameDetector::named) < 0.2
                          && !latinless(column))
              .fact("It names makers of works.", -3, column -> column.header().hasAny(MAKERS))
              .fact(
                  "It has a few values only.",
                  -3,
                  column -> column.profile().distinct() < 5 && column.profile().count() > 50));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static String[] words(String value) {
    return value.replaceAll("\\(.*?\\)|[\"“”]", " ").strip().split("[ ,.]+");
  }

  private static boolean person(String value) {
    String[] words = words(value);
    if (words.length < 2 || words.length > 7 || organisation(value)) {
      return false;
    }
    long given = Arrays.stream(words).filter(Lexicon.get()::given).count();
    long known =
        Arrays.stream(words)
            .filter(word -> Lexicon.get().given(word) || Lexicon.get().family(word))
            .count();
    return given >= 1 && (known >= 2 || words.length <= 4 && capitalised(words));
  }

  private static boolean capitalised(String[] words) {
    return Arrays.stream(words)
        .allMatch(word -> word.isEmpty() || !Character.isLowerCase(word.charAt(0)));
  }

  private static boolean named(String value) {
    return Arrays.stream(words(value))
        .anyMatch(word -> Lexicon.get().given(word) || Lexicon.get().family(word));
  }

  private static boolean organisation(String value) {
    return ORGANISATION.matcher(value).matches();
  }

  private static boolean latinless(ColumnView column) {
    return column.share(value -> value.chars().anyMatch(c -> c > 0x24F)) > 0.5;
  }
}
