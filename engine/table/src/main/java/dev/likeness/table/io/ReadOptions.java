package dev.likeness.table.io;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.options.InvalidOptionException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people say about a file instead of having it detected; whatever is absent is detected.
 *
 * @param charset name of the character set
 * @param delimiter between fields: one character, or one with a blank behind it that belongs to it;
 *     two blanks stand for any number of them; {@code tab} for a tabulator
 * @param quote around fields: one character, or {@code ""} for a file without quotes
 * @param escape before a quote inside a quoted field: one character
 * @param header whether the first record of the table names the columns
 * @param skippedLines records above the table; blank lines do not count
 * @param sheet name of a workbook's sheet
 * @param entry name of an archive's entry
 * @param decimal the mark before the fraction of a number, a point or a comma
 * @param missingTokens texts that stand for "no value", besides the empty cell
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReadOptions(
    Optional<String> charset,
    Optional<String> delimiter,
    Optional<String> quote,
    Optional<String> escape,
    Optional<Boolean> header,
    Optional<Integer> skippedLines,
    Optional<String> sheet,
    Optional<String> entry,
    Optional<Character> decimal,
    Optional<List<String>> missingTokens) {

  private static final ReadOptions NONE =
      new ReadOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final int MOST_SKIPPED = 1_000_000;
  private static final int MOST_TOKENS = 100;
  private static final int LONGEST_TOKEN = 100;
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "macroman", "x-MacRoman",
          "mac-roman", "x-MacRoman",
          "macintosh", "x-MacRoman",
          "latin-1", "ISO-8859-1",
          "ansi", "windows-1252",
          "utf-8-sig", "UTF-8");

  /** Checks every option that is there. */
  public ReadOptions {
    charset = charset.map(ReadOptions::canonicalName);
    delimiter = delimiter.map(ReadOptions::checkedDelimiter);
    quote.ifPresent(text -> check("quote", text.isEmpty() || mark(text), "one character or none"));
    escape.ifPresent(text -> check("escape", mark(text), "one character"));
    skippedLines.ifPresent(
        n -> check("skipped_lines", n >= 0 && n <= MOST_SKIPPED, "0 to " + MOST_SKIPPED));
    sheet.ifPresent(name -> check("sheet", !name.isEmpty(), "a name"));
    entry.ifPresent(name -> check("entry", !name.isEmpty(), "a name"));
    decimal.ifPresent(mark -> check("decimal", mark == '.' || mark == ',', "a point or a comma"));
    missingTokens = missingTokens.map(List::copyOf);
    missingTokens.ifPresent(ReadOptions::checkTokens);
    check("quote", !clash(quote, delimiter), "another character than the delimiter");
  }

  private static boolean clash(Optional<String> quote, Optional<String> delimiter) {
    return quote.filter(mark -> !mark.isEmpty() && delimiter.equals(Optional.of(mark))).isPresent();
  }

  private static void check(String option, boolean holds, String expected) {
    if (!holds) {
      throw new InvalidOptionException(option, "?, expected " + expected);
    }
  }

  private static void checkTokens(List<String> tokens) {
    check("missing_tokens", tokens.size() <= MOST_TOKENS, "at most " + MOST_TOKENS + " texts");
    check(
        "missing_tokens",
        tokens.stream().allMatch(token -> token.length() <= LONGEST_TOKEN),
        "texts of at most " + LONGEST_TOKEN + " characters");
  }

  private static String canonicalName(String name) {
    String known = OTHER_NAMES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), name.strip());
    try {
      return Charset.forName(known).name();
    } catch (IllegalCharsetNameException | java.nio.charset.UnsupportedCharsetException e) {
      throw new InvalidOptionException("charset", "?, expected the name of a character set");
    }
  }

  private static String checkedDelimiter(String text) {
    String given = text.equalsIgnoreCase("tab") || text.equals("\\t") ? "\t" : text;
    boolean padded = given.length() == 2 && given.charAt(1) == ' ';
    check(
        "delimiter",
        (given.length() == 1 || padded) && delimits(given.charAt(0)),
        "one character that is no letter, digit or quote, or one and a blank");
    return given;
  }

  private static boolean delimits(char c) {
    return c < 0x80
        && c != '"'
        && c != '\n'
        && c != '\r'
        && c != 0
        && !Character.isLetterOrDigit(c);
  }

  private static boolean mark(String text) {
    return text.length() == 1
        && text.charAt(0) < 0x7F
        && text.charAt(0) > ' '
        && !Character.isLetterOrDigit(text.charAt(0));
  }

  /** With a delimiter that the file itself names in its first line. */
  ReadOptions announced(String said) {
    return new ReadOptions(
        charset,
        Optional.of(said),
        quote,
        escape,
        header,
        Optional.of(1),
        sheet,
        entry,
        decimal,
        missingTokens);
  }

  /** Everything is detected. */
  public static ReadOptions none() {
    return NONE;
  }

  /** Names of the options that are there, as they stand in JSON. */
  public List<String> given() {
    List<String> names = new ArrayList<>();
    charset.ifPresent(any -> names.add("charset"));
    delimiter.ifPresent(any -> names.add("delimiter"));
    quote.ifPresent(any -> names.add("quote"));
    escape.ifPresent(any -> names.add("escape"));
    header.ifPresent(any -> names.add("header"));
    skippedLines.ifPresent(any -> names.add("skipped_lines"));
    sheet.ifPresent(any -> names.add("sheet"));
    entry.ifPresent(any -> names.add("entry"));
    decimal.ifPresent(any -> names.add("decimal"));
    missingTokens.ifPresent(any -> names.add("missing_tokens"));
    return List.copyOf(names);
  }

  /** The same about the file; nothing about what its cells mean. */
  public ReadOptions aboutTheFile() {
    return new ReadOptions(
        charset,
        delimiter,
        quote,
        escape,
        header,
        skippedLines,
        sheet,
        entry,
        Optional.empty(),
        Optional.empty());
  }
}
