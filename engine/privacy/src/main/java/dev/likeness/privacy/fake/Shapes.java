package dev.likeness.privacy.fake;

/**
 * Values of which only the shape is known: digits for digits, letters for letters, rest in place.
 */
final class Shapes {

  private static final long LARGEST = 1_000_000_000_000_000_000L;

  private Shapes() {}

  /** Another value of the same shape. */
  static String like(String value, Draw draw) {
    return like(value, 0, draw);
  }

  /**
   * Another value of the same shape whose first characters stay. A first digit other than zero
   * stays other than zero. Where things must differ and the shape is used up, digits are added.
   *
   * @param from first position that changes
   */
  static String like(String value, int from, Draw draw) {
    char[] out = value.toCharArray();
    long domain = domain(out, from);
    long round = draw.round(domain);
    long rest = draw.index(domain);
    long used = 1;
    for (int i = out.length - 1; i >= from; i--) {
      int size = size(out, i, from);
      if (size > 1) {
        boolean counted = used <= LARGEST / size;
        int place = counted ? (int) (rest % size) : draw.below(size);
        rest = counted ? rest / size : rest;
        used = counted ? used * size : used;
        out[i] = at(out[i], size, place);
      }
    }
    return round == 0 ? new String(out) : new String(out) + round;
  }

  /** How many values of the shape there are, as far as they are counted. */
  static long domain(String value, int from) {
    return domain(value.toCharArray(), from);
  }

  private static long domain(char[] value, int from) {
    long domain = 1;
    for (int i = value.length - 1; i >= from; i--) {
      int size = size(value, i, from);
      if (domain <= LARGEST / size) {
        domain *= size;
      }
    }
    return domain;
  }

  private static int size(char[] value, int at, int from) {
    char c = value[at];
    if (c >= '0' && c <= '9') {
      return at == from && c != '0' && from == 0 ? 9 : 10;
    }
    return Character.isLetter(c) ? 26 : 1;
  }

  private static char at(char like, int size, int place) {
    if (size <= 10) {
      return (char) ('0' + place + (10 - size));
    }
    return (char) ((Character.isUpperCase(like) ? 'A' : 'a') + place);
  }

  /** What of a value may be kept to make others like it: its shape. */
  static String specimen(String value) {
    char[] out = value.toCharArray();
    for (int i = 0; i < out.length; i++) {
      char c = out[i];
      if (c >= '0' && c <= '9') {
        out[i] = i == 0 && c != '0' ? '1' : '0';
      } else if (Character.isLetter(c)) {
        out[i] = Character.isUpperCase(c) ? 'A' : 'a';
      } else if (c >= 128) {
        out[i] = ' ';
      }
    }
    return new String(out);
  }

  /** Writes a text in the case of another: capitals, small letters, or as it is. */
  static String inCaseOf(String like, String text) {
    boolean upper = false;
    boolean lower = false;
    int letters = 0;
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      upper |= Character.isUpperCase(c);
      lower |= Character.isLowerCase(c);
      letters += Character.isLetter(c) ? 1 : 0;
    }
    if (upper && !lower && letters > 1) {
      return text.toUpperCase(java.util.Locale.ROOT);
    }
    return lower && !upper ? text.toLowerCase(java.util.Locale.ROOT) : text;
  }
}
