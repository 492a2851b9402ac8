package dev.likeness.table.format;

/** Quick looks at single cells, before anything is known about their column. */
public final class ValueShapes {

  private static final int LONGEST_FILLER = 9;
  private static final String FILLERS = "*.-?#_";
  private static final String MARKS = ":/…–—";

  /** The most characters of a cell that may stand for "no value". */
  public static final int LONGEST_MISSING = MissingWords.longest();

  private ValueShapes() {}

  /** Whether a cell stands for "no value" among numbers or dates. */
  public static boolean missing(String cell) {
    if (cell.length() > LONGEST_MISSING) {
      return false;
    }
    String text = cell.strip();
    return text.isEmpty() || filler(text) || MissingWords.contain(text);
  }

  /** One mark again and again. */
  private static boolean filler(String text) {
    char mark = text.charAt(0);
    return text.length() == 1 && MARKS.indexOf(mark) >= 0
        || text.length() <= LONGEST_FILLER
            && FILLERS.indexOf(mark) >= 0
            && text.chars().allMatch(c -> c == mark);
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
