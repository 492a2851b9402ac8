package dev.likeness.privacy.cipher;

import java.util.Arrays;

/**
 * The classes of characters that keep to themselves: a digit becomes a digit, a small letter a
 * small letter of its script, a capital a capital.
 *
 * <p>What is in no class and no letter or digit either (spaces, punctuation, signs) is a separator
 * and stays in its place. Letters and digits of other scripts are outside the alphabet.
 *
 * <p><b>Thread-safe:</b> yes.
 */
final class Alphabet {

  /** A separator: stays in its place. */
  static final int IN_PLACE = -1;

  /** A character that no class holds. */
  static final int OUTSIDE = -2;

  /** The class of digits. */
  static final int DIGITS = 0;

  private static final String[] CLASSES = {
    "0123456789",
    range('a', 'z'),
    range('A', 'Z'),
    range('à', 'ö') + range('ø', 'ÿ') + "ß",
    range('À', 'Ö') + range('Ø', 'Þ'),
    range('α', 'ω'),
    range('Α', 'Ρ') + range('Σ', 'Ω'),
    range('а', 'я') + "ё",
    range('А', 'Я') + "Ё",
  };

  private static final int LAST = 'ё';
  private static final byte[] CLASS_OF = new byte[LAST + 1];
  private static final byte[] PLACE_OF = new byte[LAST + 1];

  static {
    Arrays.fill(CLASS_OF, (byte) IN_PLACE);
    for (int c = 0; c <= LAST; c++) {
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        CLASS_OF[c] = OUTSIDE;
      }
    }
    for (int i = 0; i < CLASSES.length; i++) {
      for (int j = 0; j < CLASSES[i].length(); j++) {
        CLASS_OF[CLASSES[i].charAt(j)] = (byte) i;
        PLACE_OF[CLASSES[i].charAt(j)] = (byte) j;
      }
    }
  }

  private Alphabet() {}

  private static String range(char from, char to) {
    StringBuilder all = new StringBuilder();
    for (char c = from; c <= to; c++) {
      all.append(c);
    }
    return all.toString();
  }

  /** The class of a character, {@link #IN_PLACE} or {@link #OUTSIDE}. */
  static int classOf(char c) {
    if (c <= LAST) {
      return CLASS_OF[c];
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.CURRENCY_SYMBOL,
          Character.MATH_SYMBOL ->
          IN_PLACE;
      default -> OUTSIDE;
    };
  }

  /** Number of characters in a class. */
  static int size(int charClass) {
    return CLASSES[charClass].length();
  }

  /** Place of a character in its class. */
  static int placeOf(char c) {
    return PLACE_OF[c];
  }

  /** The character at a place of a class. */
  static char at(int charClass, int place) {
    return CLASSES[charClass].charAt(place);
  }
}
