package dev.likeness.cli;

/**
 * Text in the cells of a terminal: ideographs and emoji fill two cells, combining marks none.
 *
 * <p>Widths follow the East Asian Width property as far as blocks tell it; terminals differ on the
 * rest.
 */
final class TerminalText {

  private static final String ELLIPSIS = "…";

  private TerminalText() {}

  /** Names come from files; what moves a cursor is not shown. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "?");
  }

  /** How many cells a text fills. */
  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115f
        || c >= 0x2e80 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe4f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0xffe0 && c <= 0xffe6
        || c >= 0x1f300 && c <= 0x1faff
        || c >= 0x20000 && c <= 0x3fffd;
  }

  /** The text, or as much of it as fits with an ellipsis behind it. */
  static String cut(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int c : text.codePoints().toArray()) {
      used += width(c);
      if (used > most) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return most < 1 ? "" : kept + ELLIPSIS;
  }

  /** The text, filled up with blanks on its left or right side. */
  static String padded(String text, int width, boolean right) {
    String blanks = " ".repeat(Math.max(0, width - width(text)));
    return right ? blanks + text : text + blanks;
  }

  /**
   * A paragraph in lines that fit, each ending in a line break; a word that is wider than a line is
   * cut.
   *
   * @param first what stands before the first line
   * @param others what stands before the others
   */
  static String wrapped(String text, int width, String first, String others) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.strip().split("\\s+")) {
      String fitting = cut(word, Math.max(1, width - width(others)));
      int wanted = width(line.toString()) + width(fitting) + (empty ? 0 : 1);
      if (!empty && wanted > width) {
        lines.append(line).append('\n');
        line = new StringBuilder(others);
        empty = true;
      }
      line.append(empty ? "" : " ").append(fitting);
      empty = false;
    }
    return lines.append(line).append('\n').toString();
  }
}
