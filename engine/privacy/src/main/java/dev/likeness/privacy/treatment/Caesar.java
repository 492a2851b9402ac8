package dev.likeness.privacy.treatment;

/** The shift cipher of old: letters A to Z move along the alphabet, everything else stays. */
final class Caesar {

  private static final int LETTERS = 26;

  private Caesar() {}

  static String shift(String text, int by) {
    if (by == 0) {
      return text;
    }
    char[] out = text.toCharArray();
    for (int i = 0; i < out.length; i++) {
      char c = out[i];
      if (c >= 'a' && c <= 'z') {
        out[i] = (char) ('a' + Math.floorMod(c - 'a' + by, LETTERS));
      } else if (c >= 'A' && c <= 'Z') {
        out[i] = (char) ('A' + Math.floorMod(c - 'A' + by, LETTERS));
      }
    }
    return new String(out);
  }
}
