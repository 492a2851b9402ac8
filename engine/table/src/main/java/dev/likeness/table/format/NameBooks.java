package dev.likeness.table.format;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of months and days in many languages, long and short, as the Common Locale Data Repository
 * of the Java run time has them.
 *
 * <p>Each way of naming is a book. The book that knows most of a column's words is its own, English
 * and short names before others where it is a tie; a name that it does not have is no name.
 *
 * @param names from January or Monday on
 * @param brief whether most are abbreviations
 */
record NameBooks(List<String> names, boolean brief) {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’']*\\.?");
  private static final long FITS = 1 << 20;
  private static final Set<String> NO_NAMES =
      Set.of("am", "pm", "a.", "p.", "m.", "utc", "gmt", "uhr", "um", "at", "de", "à");
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "is", "cs", "sk",
          "hu", "ro", "hr", "sr-Latn", "bs", "sl", "bg", "sr", "mk", "ru", "uk", "be", "el", "tr",
          "az", "ca", "gl", "eu", "ga", "cy", "lv", "lt", "et", "sq", "id", "ms", "sw", "af", "ka",
          "hy", "kk", "he", "ar", "fa", "ur", "hi", "bn", "th");

  /** How spreadsheets abbreviate March in German, unlike everybody else. */
  private static final String GERMAN_SPREADSHEET_MARCH = "Mrz";

  /** Read when a column first has a word in it. */
  private static final class Held {
    private static final List<NameBooks> MONTHS = months();
    private static final List<NameBooks> DAYS = days();
  }

  private static List<NameBooks> months() {
    List<NameBooks> books = new ArrayList<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (TextStyle style : styles()) {
        add(books, Stream.of(Month.values()).map(m -> m.getDisplayName(style, locale)), style);
        if (language.equals("de") && style == TextStyle.SHORT_STANDALONE) {
          spreadsheet(books);
        }
      }
    }
    return List.copyOf(books);
  }

  private static void spreadsheet(List<NameBooks> books) {
    List<String> names = new ArrayList<>(books.getLast().names);
    names.replaceAll(name -> name.replace(".", ""));
    names.replaceAll(name -> name.substring(0, Math.min(3, name.length())));
    names.set(2, GERMAN_SPREADSHEET_MARCH);
    books.add(new NameBooks(List.copyOf(names), true));
  }

  private static List<NameBooks> days() {
    List<NameBooks> books = new ArrayList<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (TextStyle style : styles()) {
        add(books, Stream.of(DayOfWeek.values()).map(d -> d.getDisplayName(style, locale)), style);
      }
    }
    return List.copyOf(books);
  }

  private static List<TextStyle> styles() {
    return List.of(
        TextStyle.SHORT, TextStyle.SHORT_STANDALONE, TextStyle.FULL, TextStyle.FULL_STANDALONE);
  }

  /** Adds names as they are; abbreviations also without their dots, with dots, and cut to three. */
  private static void add(List<NameBooks> books, Stream<String> names, TextStyle style) {
    List<String> given = names.toList();
    boolean brief = style == TextStyle.SHORT || style == TextStyle.SHORT_STANDALONE;
    add(books, given, brief);
    if (brief) {
      add(books, each(given, name -> name.replace(".", "")), true);
      add(books, each(given, name -> name.endsWith(".") ? name : name + "."), true);
      add(books, each(given, name -> name.substring(0, Math.min(3, name.length()))), true);
    }
  }

  private static List<String> each(List<String> names, UnaryOperator<String> change) {
    return names.stream().map(change).toList();
  }

  private static void add(List<NameBooks> books, List<String> names, boolean brief) {
    boolean words = names.stream().allMatch(name -> WORD.matcher(name).matches());
    NameBooks book = new NameBooks(names, brief);
    if (words && Set.copyOf(names).size() == names.size() && !books.contains(book)) {
      books.add(book);
    }
  }

  /** The book of months that knows most of the words of some cells. */
  static Optional<NameBooks> ofMonths(List<String> cells) {
    return best(Held.MONTHS, cells);
  }

  /** The book of days that knows most of the words of some cells. */
  static Optional<NameBooks> ofDays(List<String> cells) {
    return best(Held.DAYS, cells);
  }

  /** Words of cells that may be names, in lower case. */
  static List<String> words(List<String> cells) {
    return cells.stream()
        .flatMap(cell -> WORD.matcher(cell).results().map(found -> lower(found.group())))
        .filter(word -> word.length() > 1 && !NO_NAMES.contains(word))
        .toList();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static Optional<NameBooks> best(List<NameBooks> books, List<String> cells) {
    List<String> words = words(cells);
    NameBooks best = null;
    long most = 0;
    for (NameBooks book : books) {
      Set<String> known = new HashSet<>(each(book.names, NameBooks::lower));
      long score = words.stream().mapToLong(word -> fit(word, known)).sum();
      if (score > most) {
        most = score;
        best = book;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A word fits well as it stands, and nearly as well without the dot behind it. */
  private static long fit(String word, Set<String> known) {
    return known.contains(word) ? FITS + 1 : known.contains(undotted(word)) ? FITS : 0;
  }

  private static String undotted(String word) {
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }

  /** The position of a word in the book, whatever its case; -1 if it is not in it. */
  private int position(String word) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(word)) {
        return i;
      }
    }
    return -1;
  }

  /** A cell with the English names in the place of those of the book. */
  String english(String cell, List<String> english) {
    return WORD.matcher(cell)
        .replaceAll(
            found -> {
              String word = found.group();
              String name = position(word) < 0 ? undotted(word) : word;
              int at = position(name);
              String rest = word.substring(name.length());
              String said =
                  at < 0 ? name : brief ? english.get(at).substring(0, 3) : english.get(at);
              return Matcher.quoteReplacement(said + rest);
            });
  }

  /** The names in the case in which the cells have them. */
  List<String> asIn(List<String> cells) {
    List<String> seen =
        cells.stream()
            .flatMap(cell -> WORD.matcher(cell).results())
            .map(found -> found.group())
            .filter(word -> position(word) >= 0 || position(undotted(word)) >= 0)
            .toList();
    if (seen.stream().allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)))) {
      return each(names, name -> name.toUpperCase(Locale.ROOT));
    }
    if (seen.stream().allMatch(word -> word.equals(lower(word)))) {
      return each(names, NameBooks::lower);
    }
    boolean capitals = seen.stream().allMatch(word -> Character.isUpperCase(word.charAt(0)));
    return capitals ? each(names, NameBooks::capital) : names;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
