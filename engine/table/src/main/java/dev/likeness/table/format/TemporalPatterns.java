package dev.likeness.table.format;

import dev.likeness.table.TemporalFormat;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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
          "dd MMMM uuuu",
          "d MMMM uuuu",
          "MMM dd, uuuu",
          "MMM d, uuuu",
          "MMMM dd, uuuu",
          "MMMM d, uuuu",
          "MMM dd uuuu",
          "MMM d uuuu",
          "EEE, dd MMM uuuu",
          "EEEE, MMMM d, uuuu",
          "uuuuMMdd",
          "uuuu-MM",
          "MM/uuuu",
          "MMM-uu",
          "MMM uuuu",
          "MMMM uuuu");
  private static final List<String> TIMES =
      List.of(
          "HH:mm:ss.SSSSSSSSS",
          "HH:mm:ss.SSSSSS",
          "HH:mm:ss.SSS",
          "HH:mm:ss.SS",
          "HH:mm:ss.S",
          "hh:mm:ss a",
          "h:mm:ss a",
          "hh:mm a",
          "h:mm a",
          "HH:mm:ss",
          "H:mm:ss",
          "HH:mm",
          "H:mm",
          "HH.mm.ss",
          "HHmmss");
  private static final List<String> JOINTS = List.of("'T'", " ", "  ", ", ", "-");
  private static final Pattern ZONE = Pattern.compile("Z| ?UTC| ?GMT| ?[+-]\\d{2}:?(\\d{2})?");
  private static final int MOST_CELLS = 200;

  private final Map<String, TemporalText> compiled = new HashMap<>();
  private final Set<String> found = new LinkedHashSet<>();

  private TemporalPatterns() {}

  /** All patterns that read at least one of the cells, the most usual first. */
  public static List<String> of(List<String> cells) {
    TemporalPatterns patterns = new TemporalPatterns();
    for (String cell : cells.subList(0, Math.min(MOST_CELLS, cells.size()))) {
      String text = cell.strip();
      if (mayBe(text)) {
        patterns.dates(text);
        patterns.times(text, 0, "");
      }
    }
    return patterns.found.stream().sorted(Comparator.comparingInt(TemporalPatterns::rank)).toList();
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
      }
    }
  }

  private TemporalText text(String pattern) {
    return compiled.computeIfAbsent(
        pattern, p -> TemporalText.of(new TemporalFormat(p, ChronoUnit.NANOS, "")));
  }

  /** Whether two patterns differ in the order of day and month only. */
  public static boolean swapped(String a, String b) {
    return !a.equals(b) && swap(a).equals(b);
  }

  private static String swap(String pattern) {
    return pattern.replace('M', '\1').replace('d', 'M').replace('\1', 'd');
  }
}
