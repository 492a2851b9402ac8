package dev.likeness.table.io;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * Tells the two old character sets of Western languages apart, which differ in every byte beyond
 * ASCII: Windows-1252 (with ISO 8859-1 in it) and Mac Roman.
 *
 * <p>Each reads the bytes; a small letter beside a small letter, or a capital before one, speaks
 * for a reading; a capital behind a small letter or inside a word of small ones, or a symbol
 * between letters that is no apostrophe, speaks against it. Mac Roman has to win clearly.
 */
final class WesternBytes {

  static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Set<String> LATIN =
      Set.of("windows-1252", "windows-1250", "ISO-8859-2", "windows-1254", "ISO-8859-9");
  private static final double CLEARLY = 0.5;
  private static final String DASHES = "\u2013\u2014\u00AD";
  private static final char APOSTROPHE = '\u2019';

  private WesternBytes() {}

  /** Mac Roman, if it makes clearly more sense of a text than another set of Latin letters. */
  static Charset likelier(byte[] odd, Charset other) {
    if (!LATIN.contains(other.name()) || !Charset.isSupported("x-MacRoman")) {
      return other;
    }
    Charset mac = Charset.forName("x-MacRoman");
    double windows = sense(new String(odd, other), odd);
    double apple = sense(new String(odd, mac), odd);
    return apple > windows + CLEARLY && apple > 0 ? mac : other;
  }

  /** Mean over the bytes beyond ASCII, in [-1, 1]. */
  private static double sense(String text, byte[] bytes) {
    int counted = 0;
    int sense = 0;
    for (int i = 0; i < Math.min(text.length(), bytes.length); i++) {
      if (bytes[i] < 0) {
        counted++;
        sense += sense(text, i);
      }
    }
    return counted == 0 ? 0 : (double) sense / counted;
  }

  private static int sense(String text, int at) {
    char c = text.charAt(at);
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char behind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean within = small(before) && small(behind);
    if (small(c)) {
      return Character.isLetter(before) || Character.isLetter(behind) ? 1 : -1;
    }
    if (Character.isUpperCase(c)) {
      boolean inside = Character.isLetter(before) && small(behind);
      return small(before) || inside ? -1 : small(behind) ? 1 : 0;
    }
    if (Character.isISOControl(c) || c == '\uFFFD') {
      return -1;
    }
    return !within || DASHES.indexOf(c) >= 0 ? 0 : c == APOSTROPHE ? 1 : -1;
  }

  private static boolean small(char c) {
    return Character.isLowerCase(c) && (c < 0x80 || Character.isLetter(c));
  }
}
