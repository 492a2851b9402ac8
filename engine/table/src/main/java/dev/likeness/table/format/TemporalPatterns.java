package dev.likeness.table.format;

import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TemporalNames;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Proposes patterns for dates and times from a few cells. */
public final class TemporalPatterns {

  private static final List<String> DATES =
      List.of(
          "uuuu-MM-dd",
          "uuuu/MM/dd",
          "uuuu.MM.dd",
          "MM/dd/uuuu",
          "dd/MM/uuuu",
          "dd.MM.uuuu",
          "dd-MM-uuuu",
          "MM-dd-uuuu",
          "MM.dd.uuuu",
          "M/d/uuuu",
          "d/M/uuuu",
          "d.M.uuuu",
          "d-M-uuuu",
          "M-d-uuuu",
          "uuuu-M-d",
          "uuuu/M/d",
          "MM/dd/uu",
          "dd/MM/uu",
          "dd.MM.uu",
          "dd-MM-uu",
          "MM-dd-uu",
          "M/d/uu",
          "d/M/uu",
          "d.M.uu",
          "d-M-uu",
          "M-d-uu",
          "dd MMM uuuu",
          "d MMM uuuu",
          "dd-MMM-uuuu",
          "d-MMM-uuuu",
          "dd-MMM-uu",
          "d-MMM-uu",
          "dd MMM uu",
          "d MMM uu",
          "dd/MMM/uuuu",
          "d/MMM/uuuu",
          "dd/MMM/uu",
          "d/MMM/uu",
          "dd MMMM uuuu",
          "d MMMM uuuu",
          "MMM dd, uuuu",
          "MMM d, uuuu",
          "MMMM dd, uuuu",
          "MMMM d, uuuu",
          "MMM dd uuuu",
          "MMM d uuuu",
          "MMMM dd uuuu",
          "MMMM d uuuu",
          "dd. MMMM uuuu",
          "d. MMMM uuuu",
          "dd. MMM uuuu",
          "d. MMM uuuu",
          "d MMMM, uuuu",
          "d MMM, uuuu",
          "dd 'de' MMMM 'de' uuuu",
          "d 'de' MMMM 'de' uuuu",
          "dd 'de' MMM 'de' uuuu",
          "d 'de' MMM 'de' uuuu",
          "d 'de' MMM uuuu",
          "dd.MMM.uuuu",
          "ddMMMuuuu",
          "dMMMuuuu",
          "EEE, dd MMM uuuu",
          "EEE, d MMM uuuu",
          "EEE dd MMM uuuu",
          "EEE d MMM uuuu",
          "EEE, dd.MM.uuuu",
          "EEE dd.MM.uuuu",
          "EEE dd/MM/uuuu",
          "EEE, dd/MM/uuuu",
          "EEE, MMM d, uuuu",
          "EEE MMM dd HH:mm:ss uuuu",
          "EEE MMM dd HH:mm:ss '+0000' uuuu",
          "EEEE, MMMM d, uuuu",
          "EEEE, dd. MMMM uuuu",
          "EEEE, d. MMMM uuuu",
          "EEEE, dd MMMM uuuu",
          "EEEE, d MMMM uuuu",
          "EEEE dd MMMM uuuu",
          "EEEE d MMMM uuuu",
          "EEEE d 'de' MMMM 'de' uuuu",
          "EEEE, d 'de' MMMM 'de' uuuu",
          "EEEE, dd.MM.uuuu",
          "EEEE dd/MM/uuuu",
          "uuuu-MMM-dd",
          "uuuu MMM dd",
          "uuuu MMMM d",
          "uuuu年MM月dd日",
          "uuuu年M月d日",
          "uuuu년 MM월 dd일",
          "uuuu년 M월 d일",
          "uuuu. MM. dd.",
          "uuuu. M. d.",
          "uuuu.MM.dd.",
          "dd.MM.uuuu.",
          "d.M.uuuu.",
          "dd. MM. uuuu",
          "d. M. uuuu",
          "uuuuMMdd",
          "uuuu-MM",
          "MM/uuuu",
          "MM-uuuu",
          "MM.uuuu",
          "uuuu/MM",
          "MMM-uu",
          "MMM uu",
          "MMM-uuuu",
          "MMM. uuuu",
          "MMM uuuu",
          "MMMM uuuu");
  private static final List<String> TIMES =
      List.of(
          "HH:mm:ss.SSSSSSSSS",
          "HH:mm:ss.SSSSSS",
          "HH:mm:ss.SSS",
          "HH:mm:ss.SS",
          "HH:mm:ss.S",
          "HH:mm:ss,SSS",
          "hh:mm:ss a",
          "h:mm:ss a",
          "hh:mm a",
          "h:mm a",
          "hh:mm:ssa",
          "h:mm:ssa",
          "hh:mma",
          "h:mma",
          "h a",
          "ha",
          "HH:mm:ss",
          "H:mm:ss",
          "HH:mm",
          "H:mm",
          "HH.mm.ss",
          "HH:mm 'Uhr'",
          "HH'h'mm",
          "H'h'mm",
          "HHmmss");
  private static final List<String> JOINTS =
      List.of("'T'", " ", "  ", ", ", "-", " - ", ":", "_", " 'um' ", " 'at' ", " 'à' ");
  private static final Pattern ZONE =
      Pattern.compile(
          " ?(?:(?:Z|UTC|GMT|WET|WEST|MEZ|MESZ|CET|CEST|EET|EEST|[ECMP][SD]?T|IST|BST|JST)"
              + "(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}:?(?:\\d{2})?)");
  private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:?\\d{2}");
  private static final Pattern HALF =
      Pattern.compile("(?<![\\p{L}])([aApP])(\\.?)([ \u00a0\u202f]?)([mM])(\\.?)(?![\\p{L}])");
  private static final Pattern BLANK = Pattern.compile("[ \u00a0\u202f]");
  private static final Pattern NARROW = Pattern.compile("[\u00a0\u202f]");
  private static final List<String> MONTHS =
      Stream.of(Month.values()).map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).toList();
  private static final List<String> DAYS =
      Stream.of(DayOfWeek.values())
          .map(d -> d.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .toList();
  private static final Pattern LONE = Pattern.compile("(?<!\\p{L})([MdHh])(?!\\p{L})");
  private static final int MOST_CELLS = 200;

  private final Map<String, TemporalText> compiled = new HashMap<>();
  private final Set<String> found = new LinkedHashSet<>();
  private final List<String> cells;
  private final Optional<NameBooks> months;
  private final Optional<NameBooks> days;

  private TemporalPatterns(List<String> cells) {
    this.cells =
        cells.subList(0, Math.min(MOST_CELLS, cells.size())).stream()
            .map(String::strip)
            .filter(TemporalPatterns::mayBe)
            .toList();
    boolean words = !NameBooks.words(this.cells).isEmpty();
    this.months = words ? NameBooks.ofMonths(this.cells) : Optional.empty();
    this.days = words ? NameBooks.ofDays(this.cells) : Optional.empty();
  }

  /** All formats that read at least one of the cells, the most usual first. */
  public static List<TemporalFormat> of(List<String> cells) {
    TemporalPatterns patterns = new TemporalPatterns(cells);
    patterns.cells.forEach(patterns::propose);
    return patterns.found.stream()
        .filter(pattern -> suits(pattern, "MMM", patterns.months))
        .filter(pattern -> suits(pattern, "EEE", patterns.days))
        .sorted(Comparator.comparingInt(TemporalPatterns::rank))
        .map(patterns::format)
        .toList();
  }

  /** Whether a pattern has long names where the cells have, and short ones where they are short. */
  private static boolean suits(String pattern, String letters, Optional<NameBooks> book) {
    boolean full = pattern.contains(letters + letters.charAt(0));
    return !pattern.contains(letters) || book.filter(b -> b.brief() == full).isEmpty();
  }

  /** The format of a pattern, with names in the language of the cells. */
  public static TemporalFormat of(String pattern, List<String> cells) {
    return new TemporalPatterns(cells).format(pattern);
  }

  private TemporalFormat format(String pattern) {
    List<String> monthNames =
        pattern.contains("MMM") ? names(months, MONTHS, pattern.contains("MMMM")) : List.of();
    List<String> dayNames =
        pattern.contains("EEE") ? names(days, DAYS, pattern.contains("EEEE")) : List.of();
    List<String> halfNames = pattern.indexOf('a') >= 0 ? halves() : List.of();
    return new TemporalFormat(pattern, ChronoUnit.NANOS, "")
        .named(new TemporalNames(monthNames, dayNames, halfNames));
  }

  /** The names of a book as the cells have them; none where these are the English ones. */
  private List<String> names(Optional<NameBooks> book, List<String> english, boolean full) {
    List<String> names = book.map(b -> b.asIn(cells)).orElse(List.of());
    List<String> usual = full ? english : english.stream().map(n -> n.substring(0, 3)).toList();
    return names.equals(usual) ? List.of() : names;
  }

  /** How the cells write the halves of the day; none where it is AM and PM. */
  private List<String> halves() {
    return cells.stream()
        .map(HALF::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(TemporalPatterns::halves)
        .filter(halves -> !halves.equals(List.of("AM", "PM")))
        .orElse(List.of());
  }

  private static List<String> halves(Matcher found) {
    boolean capital = Character.isUpperCase(found.group(1).charAt(0));
    String rest = found.group(2) + found.group(3) + found.group(4) + found.group(5);
    return List.of((capital ? "A" : "a") + rest, (capital ? "P" : "p") + rest);
  }

  /** Finds patterns of a cell in English, and has them stand for the cell as it is. */
  private void propose(String cell) {
    String brief = HALF.matcher(cell).replaceAll(f -> f.group(1).toUpperCase(Locale.ROOT) + "M");
    String plain = NARROW.matcher(brief).replaceAll(" ");
    Set<String> before = Set.copyOf(found);
    english(plain).forEach(this::dates);
    times(plain, 0, "");
    if (NARROW.matcher(brief).find()) {
      List<String> added = found.stream().filter(pattern -> !before.contains(pattern)).toList();
      added.forEach(found::remove);
      added.forEach(pattern -> found.add(withBlanks(pattern, brief)));
    }
  }

  /** A cell in English; twice where words may be days or months. */
  private Set<String> english(String cell) {
    Set<String> english = new LinkedHashSet<>();
    english.add(months.map(book -> book.english(cell, MONTHS)).orElse(cell));
    String days = this.days.map(book -> book.english(cell, DAYS)).orElse(cell);
    english.add(months.map(book -> book.english(days, MONTHS)).orElse(days));
    return english;
  }

  /** A pattern with the blanks of a text, one after the other, in the place of its own. */
  private static String withBlanks(String pattern, String text) {
    List<String> blanks = BLANK.matcher(text).results().map(found -> found.group()).toList();
    StringBuilder with = new StringBuilder();
    int next = 0;
    for (int i = 0; i < pattern.length(); i++) {
      boolean blank = pattern.charAt(i) == ' ' && next < blanks.size();
      with.append(blank ? blanks.get(next++) : pattern.substring(i, i + 1));
    }
    return with.toString();
  }

  private static int rank(String pattern) {
    int best = DATES.size() * 100;
    for (int i = 0; i < DATES.size(); i++) {
      if (pattern.startsWith(DATES.get(i)) && DATES.get(i).length() > 4) {
        best = i;
        break;
      }
    }
    int time = 0;
    for (int i = 0; i < TIMES.size(); i++) {
      if (pattern.contains(TIMES.get(i))) {
        time = i;
        break;
      }
    }
    return best * 100 + time;
  }

  private static boolean mayBe(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= 3 && text.length() >= 4 && text.length() <= 40;
  }

  private void dates(String text) {
    for (String date : DATES) {
      int end = text(date).match(text, 0, text.length());
      if (end == text.length()) {
        found.add(date);
      } else if (end > 0) {
        for (String joint : JOINTS) {
          String literal = joint.replace("'", "");
          if (text.startsWith(literal, end)) {
            times(text, end + literal.length(), date + joint);
          }
        }
      }
    }
  }

  private void times(String text, int from, String before) {
    for (String time : TIMES) {
      if (before.isEmpty() && time.equals("HHmmss")) {
        continue;
      }
      int end = text(time).match(text, from, text.length());
      if (end == text.length()) {
        found.add(before + time);
      } else if (end > 0 && !before.isEmpty()) {
        String rest = text.substring(end);
        if (ZONE.matcher(rest).matches()) {
          found.add(before + time + TemporalText.quoted(rest));
        }
        String offset = rest.stripLeading();
        if (OFFSET.matcher(offset).matches()) {
          String blanks = rest.substring(0, rest.length() - offset.length());
          found.add(before + time + blanks + (offset.indexOf(':') < 0 ? "XX" : "XXX"));
        }
      }
    }
  }

  private TemporalText text(String pattern) {
    return compiled.computeIfAbsent(
        pattern, p -> TemporalText.of(new TemporalFormat(p, ChronoUnit.NANOS, "")));
  }

  /** The pattern that wants two digits wherever one does too. */
  public static String strict(String pattern) {
    return LONE.matcher(pattern).replaceAll("$1$1");
  }

  /** Whether two patterns differ in the order of day and month only. */
  public static boolean swapped(String a, String b) {
    return !a.equals(b) && swap(a).equals(b);
  }

  private static String swap(String pattern) {
    return pattern.replace('M', '\1').replace('d', 'M').replace('\1', 'd');
  }
}
