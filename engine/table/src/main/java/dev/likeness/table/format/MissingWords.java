package dev.likeness.table.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that stand for "no value" among numbers or dates, in many languages: {@code
 * missing-words.txt}. Case, dots, blanks and brackets around a word do not count.
 */
final class MissingWords {

  private static final Pattern MARKS = Pattern.compile("[.\\s\\u00a0\\u202f()<>\\[\\]_]+");
  private static final Set<String> WORDS = read();
  private static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElse(0);

  private MissingWords() {}

  /** The most characters of a cell that may be one. */
  static int longest() {
    return 2 * LONGEST;
  }

  /** Whether a text is one of them. */
  static boolean contain(String text) {
    return text.length() <= longest() && WORDS.contains(plain(text));
  }

  private static String plain(String text) {
    return MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static Set<String> read() {
    try (InputStream in = MissingWords.class.getResourceAsStream("missing-words.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .flatMap(line -> Arrays.stream(line.split("\\|")))
          .map(MissingWords::plain)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
