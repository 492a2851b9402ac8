package dev.likeness.privacy.fake;

/** Numbers with rules of their own. */
final class Numbers {

  private Numbers() {}

  /** A payment card number of the same scheme, length and punctuation that passes Luhn's test. */
  static String card(String like, DrawSource draws) {
    String made = Shapes.like(like, firstDigit(like) + 1, draws.draw("card", like));
    return withLuhn(made);
  }

  private static int firstDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String withLuhn(String number) {
    char[] out = number.toCharArray();
    int last = out.length - 1;
    while (last >= 0 && !isDigit(out[last])) {
      last--;
    }
    if (last < 0) {
      return number;
    }
    int sum = 0;
    boolean twice = true;
    for (int i = last - 1; i >= 0; i--) {
      if (isDigit(out[i])) {
        int digit = (out[i] - '0') * (twice ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
        twice = !twice;
      }
    }
    out[last] = (char) ('0' + (10 - sum % 10) % 10);
    return new String(out);
  }

  /** Scheme and punctuation of a card number. */
  static String cardSpecimen(String card) {
    int kept = firstDigit(card) + 1;
    return card.isEmpty() ? card : card.substring(0, kept) + Shapes.specimen(card.substring(kept));
  }

  /** An IBAN of the same country, length and punctuation with the right check digits. */
  static String iban(String like, DrawSource draws) {
    int from = Math.min(like.length(), 4);
    String made = Shapes.like(like, from, draws.draw("iban", like));
    if (made.length() < 5 || !Character.isLetter(made.charAt(0))) {
      return Shapes.like(like, draws.draw("iban", like));
    }
    String country = made.substring(0, 2);
    int check = 98 - remainder(made.substring(4) + country + "00");
    return country + (char) ('0' + check / 10) + (char) ('0' + check % 10) + made.substring(4);
  }

  /** A number with letters for 10 to 35 modulo 97. */
  static int remainder(String text) {
    int rest = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = Character.digit(text.charAt(i), 36);
      if (value >= 0) {
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
      }
    }
    return rest;
  }

  /** Country and punctuation of an IBAN. */
  static String ibanSpecimen(String iban) {
    int kept = Math.min(iban.length(), 4);
    return iban.substring(0, kept) + Shapes.specimen(iban.substring(kept));
  }

  /** A number of the United States' social security that is never given out (900 to 999). */
  static String nationalId(String like, DrawSource draws) {
    String made = Shapes.like(like, draws.draw("national-id", like));
    boolean american = like.length() == 11 && like.charAt(3) == '-' && like.charAt(6) == '-';
    return american ? "9" + made.substring(1) : made;
  }

  /** An address of private networks, or of documentation (2001:db8::). */
  static String ip(String like, DrawSource draws) {
    Draw draw = draws.draw("ip", like);
    long index = draw.index(1 << 24);
    if (like.indexOf(':') >= 0) {
      return "2001:db8::"
          + Long.toHexString(draw.round(1 << 24))
          + ":"
          + Long.toHexString(index >> 16)
          + ":"
          + Long.toHexString(index & 0xffff);
    }
    return "10." + (index >> 16) + "." + (index >> 8 & 255) + "." + (index & 255);
  }

  /** A hardware address that is locally administered, a UUID, or anything of hexadecimal digits. */
  static String hex(String like, DrawSource draws) {
    Draw draw = draws.draw("hex", like);
    char[] out = like.toCharArray();
    long index = draw.index(1L << 60);
    boolean upper = like.chars().anyMatch(c -> c >= 'A' && c <= 'F');
    for (int i = out.length - 1, used = 0; i >= 0; i--) {
      if (Character.digit(out[i], 16) >= 0) {
        int digit = used < 15 ? (int) (index & 15) : draw.below(16);
        index >>>= 4;
        used++;
        char c = Character.forDigit(digit, 16);
        out[i] = upper ? Character.toUpperCase(c) : c;
      }
    }
    if (like.length() == 17 && out.length > 1) {
      out[0] = '0';
      out[1] = '2';
    }
    return new String(out);
  }
}
