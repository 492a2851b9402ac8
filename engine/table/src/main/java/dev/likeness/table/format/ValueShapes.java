package dev.likeness.table.format;

import java.util.Locale;
import java.util.Set;

/** Quick looks at single cells, before anything is known about their column. */
public final class ValueShapes {

  private static final Set<String> MISSING =
      Set.of(
          "",
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "nan",
          "null",
          "none",
          "nil",
          "-",
          "--",
          "?",
          ".",
          "inf",
          "-inf",
          "+inf",
          "infinity",
          "-infinity",
          "missing",
          "\\n");
  private static final String FILLERS = "*.-?#_";

  private ValueShapes() {}

  /** Whether a cell stands for "no value" among numbers or dates. */
  public static boolean missing(String cell) {
    String text = cell.strip();
    return text.length() <= 9 && (MISSING.contains(text.toLowerCase(Locale.ROOT)) || filler(text));
  }

  /** One mark again and again. */
  private static boolean filler(String text) {
    char mark = text.charAt(0);
    return FILLERS.indexOf(mark) >= 0 && text.chars().allMatch(c -> c == mark);
  }

  /** Whether a cell is most likely a number or a date rather than a name. */
  public static boolean typed(String cell) {
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return digits > 0
        && (letters == 0 || (letters <= 3 && digits >= 2 * letters))
        && "+-.,$€£(".indexOf(cell.charAt(0)) + digitAt(cell, 0) >= 0;
  }

  private static int digitAt(String cell, int at) {
    return Character.isDigit(cell.charAt(at)) ? 2 : 0;
  }
}
