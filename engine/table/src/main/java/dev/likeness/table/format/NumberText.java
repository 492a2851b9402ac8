package dev.likeness.table.format;

import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumberSign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads and writes numbers in one format.
 *
 * <p>Reading gives the double nearest to the decimal number. Writing rounds to the format's places,
 * half to even, and shows at least {@link NumberFormat#minDecimals} of them. Numbers up to 2⁵¹
 * units of the last place are written by integer arithmetic, larger ones through their shortest
 * decimal form.
 *
 * <p><b>Missing:</b> NaN reads from and writes as the missing token. <b>Thread-safe:</b> no,
 * reading and writing keep state.
 */
public final class NumberText {

  private static final char TRUE_MINUS = '\u2212';
  private static final byte[] TRUE_MINUS_BYTES = utf8("\u2212");
  private static final double EXACT = 0x1.0p51;
  private static final int EXACT_DIGITS = 15;
  private static final int EXACT_POWER = 22;
  private static final int MOST_DIGITS = 18;
  private static final double[] POWERS = new double[EXACT_POWER + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= EXACT_POWER; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  /** What was found for a sign. */
  private enum Sign {
    NONE(false),
    PLUS(false),
    MINUS(true),
    TRUE_MINUS(true),
    BEHIND(true),
    PARENTHESES(true);

    private final boolean negative;

    Sign(boolean negative) {
      this.negative = negative;
    }
  }

  private final NumberFormat format;
  private final boolean loose;
  private final boolean lakhs;
  private final char mark;
  private final int group;
  private final byte[] prefix;
  private final byte[] suffix;
  private final byte[] groupBytes;
  private final byte[] missing;
  private final byte[] digits = new byte[400];

  private int places;
  private int zeros;
  private int integerDigits;
  private boolean leadingZero;
  private boolean bare;
  private boolean exponent;
  private boolean grouped;
  private boolean inLakhs;
  private Sign sign = Sign.NONE;
  private int from;
  private int to;

  private NumberText(NumberFormat format) {
    this.format = format;
    this.loose = format.sign() != NumberSign.MINUS && format.sign() != NumberSign.PLUS_OR_MINUS;
    this.lakhs = format.groupSize() == 2;
    this.mark = format.decimalMark();
    this.group = format.grouping().map(c -> (int) c).orElse(-1);
    this.prefix = utf8(format.prefix());
    this.suffix = utf8(format.suffix());
    this.groupBytes = format.grouping().map(c -> utf8(c.toString())).orElse(new byte[0]);
    this.missing = utf8(format.missingToken());
  }

  /** For a format. */
  public static NumberText of(NumberFormat format) {
    return new NumberText(format);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The number that a text stands for; NaN when it stands for none. */
  public double parse(String text) {
    return parse(text, 0, text.length());
  }

  /** The number that a part of a text stands for; NaN when it stands for none. */
  public double parse(String text, int begin, int end) {
    from = begin;
    to = end;
    strip(text);
    sign = Sign.NONE;
    if (loose && enclosed(text)) {
      from++;
      to--;
      sign = Sign.PARENTHESES;
    }
    leading(text);
    if (!format.prefix().isEmpty() && !prefixed(text) || !suffixed(text)) {
      return Double.NaN;
    }
    double value = unsigned(text, from, to);
    return sign.negative ? -value : value;
  }

  private void strip(String text) {
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
  }

  private boolean enclosed(String text) {
    return to - from > 2 && text.charAt(from) == '(' && text.charAt(to - 1) == ')';
  }

  /** Takes a sign before the digits or before the prefix. */
  private void leading(String text) {
    if (from < to && sign == Sign.NONE) {
      char c = text.charAt(from);
      if (c == '-') {
        sign = Sign.MINUS;
      } else if (c == '+') {
        sign = Sign.PLUS;
      } else if (c == TRUE_MINUS && loose) {
        sign = Sign.TRUE_MINUS;
      }
      from += sign == Sign.NONE ? 0 : 1;
    }
  }

  private boolean prefixed(String text) {
    if (!text.startsWith(format.prefix(), from)) {
      return false;
    }
    from += format.prefix().length();
    if (sign == Sign.NONE && from < to && text.charAt(from) != '+') {
      leading(text);
    }
    if (loose && sign == Sign.NONE && enclosed(text)) {
      from++;
      to--;
      sign = Sign.PARENTHESES;
    }
    return true;
  }

  private boolean suffixed(String text) {
    behind(text);
    int length = format.suffix().length();
    if (length > 0) {
      if (to - length < from || !text.startsWith(format.suffix(), to - length)) {
        return false;
      }
      to -= length;
      behind(text);
    }
    return true;
  }

  /** Takes a minus behind the digits or behind the suffix. */
  private void behind(String text) {
    if (loose && sign == Sign.NONE && to - from > 1 && text.charAt(to - 1) == '-') {
      char before = text.charAt(to - 2);
      boolean number = before >= '0' && before <= '9';
      if (number
          || !format.suffix().isEmpty()
              && text.startsWith(format.suffix(), to - 1 - format.suffix().length())) {
        sign = Sign.BEHIND;
        to--;
      }
    }
  }

  private double unsigned(String text, int from, int to) {
    places = 0;
    zeros = 0;
    leadingZero = false;
    exponent = false;
    grouped = false;
    boolean threes = true;
    boolean twos = true;
    long mantissa = 0;
    int significant = 0;
    int at = from;
    int digitsSinceGroup = 0;
    integerDigits = 0;
    for (; at < to; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        if (integerDigits == 1 && mantissa == 0) {
          leadingZero = true;
        }
        integerDigits++;
        digitsSinceGroup++;
        if (significant > 0 || c != '0') {
          significant++;
        }
        if (significant <= MOST_DIGITS) {
          mantissa = mantissa * 10 + (c - '0');
        }
      } else if (c == group && integerDigits > 0) {
        threes &= grouped ? digitsSinceGroup == 3 : digitsSinceGroup <= 3;
        twos &= grouped ? digitsSinceGroup == 2 : digitsSinceGroup <= 2;
        if (!threes && !(twos && lakhs)) {
          return Double.NaN;
        }
        grouped = true;
        digitsSinceGroup = 0;
      } else {
        break;
      }
    }
    if (grouped && digitsSinceGroup != 3) {
      return Double.NaN;
    }
    inLakhs = !threes;
    if (at < to && text.charAt(at) == mark) {
      for (at++; at < to; at++) {
        char c = text.charAt(at);
        if (c < '0' || c > '9') {
          break;
        }
        places++;
        zeros = c == '0' ? zeros + 1 : 0;
        if (significant > 0 || c != '0') {
          significant++;
        }
        if (significant <= MOST_DIGITS) {
          mantissa = mantissa * 10 + (c - '0');
        }
      }
    }
    bare = integerDigits == 0;
    if (integerDigits + places == 0) {
      return Double.NaN;
    }
    int power = 0;
    if (at < to && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      exponent = true;
      int sign = 1;
      at++;
      if (at < to && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        sign = text.charAt(at++) == '-' ? -1 : 1;
      }
      int begin = at;
      while (at < to && at - begin < 4 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        power = power * 10 + (text.charAt(at++) - '0');
      }
      if (at == begin) {
        return Double.NaN;
      }
      power *= sign;
    }
    if (at != to) {
      return Double.NaN;
    }
    int scale = places - power;
    places = Math.max(0, scale);
    if (significant <= EXACT_DIGITS && scale >= -EXACT_POWER && scale <= EXACT_POWER) {
      return scale >= 0 ? mantissa / POWERS[scale] : mantissa * POWERS[-scale];
    }
    return slow(text, from, to);
  }

  private double slow(String text, int from, int to) {
    StringBuilder plain = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != group) {
        plain.append(c == mark ? '.' : c);
      }
    }
    double value = Double.parseDouble(plain.toString());
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** Decimal places of the text parsed last. */
  public int places() {
    return places;
  }

  /** Zeros at the end of those places. */
  public int trailingZeros() {
    return zeros;
  }

  /** Digits before the decimal mark. */
  public int integerDigits() {
    return integerDigits;
  }

  /** Whether the text parsed last begins with a zero before another digit. */
  public boolean leadingZero() {
    return leadingZero;
  }

  /** Whether the text parsed last has no digit before the decimal mark. */
  public boolean bare() {
    return bare;
  }

  /** Whether the text parsed last was in scientific notation. */
  public boolean scientific() {
    return exponent;
  }

  /** Whether the text parsed last had a thousands separator. */
  public boolean grouped() {
    return grouped;
  }

  /** Whether the text parsed last had separators after two digits each. */
  public boolean inLakhs() {
    return inLakhs;
  }

  /** How the sign of the text parsed last is written; empty where it has none. */
  public Optional<NumberSign> sign() {
    return switch (sign) {
      case NONE -> Optional.empty();
      case PLUS -> Optional.of(NumberSign.PLUS_OR_MINUS);
      case MINUS -> Optional.of(NumberSign.MINUS);
      case TRUE_MINUS -> Optional.of(NumberSign.TRUE_MINUS);
      case BEHIND -> Optional.of(NumberSign.BEHIND);
      case PARENTHESES -> Optional.of(NumberSign.PARENTHESES);
    };
  }

  /** Writes a number, or the missing token for NaN. */
  public void write(double value, TextBuffer out) {
    if (Double.isNaN(value)) {
      out.add(missing);
      return;
    }
    double scaled = Math.abs(value) * POWERS[format.decimals()];
    if (scaled < EXACT) {
      long units = (long) Math.rint(scaled);
      digits(units, units == 0 ? 0 : (int) Math.signum(value), out);
    } else {
      large(value, out);
    }
  }

  private void digits(long units, int signum, TextBuffer out) {
    int count = 0;
    while (units > 0) {
      digits[count++] = (byte) ('0' + units % 10);
      units /= 10;
    }
    assemble(count, signum, out);
  }

  private void large(double value, TextBuffer out) {
    String text =
        new BigDecimal(Double.toString(Math.abs(value)))
            .setScale(format.decimals(), RoundingMode.HALF_EVEN)
            .unscaledValue()
            .toString();
    int count = text.length();
    for (int i = 0; i < count; i++) {
      digits[count - 1 - i] = (byte) text.charAt(i);
    }
    assemble(count, (int) Math.signum(value), out);
  }

  /** Puts together a number whose digits stand in {@link #digits}, the last first. */
  private void assemble(int count, int signum, TextBuffer out) {
    int decimals = format.decimals();
    int whole = Math.max(count, decimals) - decimals;
    int shownWhole = Math.max(whole, Math.max(format.minIntegerDigits(), 0));
    for (int i = count; i < decimals + shownWhole; i++) {
      digits[i] = '0';
    }
    int from = 0;
    while (from < decimals - format.minDecimals() && digits[from] == '0') {
      from++;
    }
    if (shownWhole == 0 && from == decimals) {
      digits[decimals] = '0';
      shownWhole = 1;
    }
    before(signum, out);
    out.add(prefix);
    for (int i = decimals + shownWhole - 1; i >= decimals; i--) {
      out.add(digits[i]);
      if (group >= 0 && separates(i - decimals)) {
        out.add(groupBytes);
      }
    }
    if (from < decimals) {
      out.add((byte) mark);
      for (int i = decimals - 1; i >= from; i--) {
        out.add(digits[i]);
      }
    }
    if (signum < 0 && format.sign() == NumberSign.BEHIND) {
      out.add((byte) '-');
    }
    out.add(suffix);
    if (signum < 0 && format.sign() == NumberSign.PARENTHESES) {
      out.add((byte) ')');
    }
  }

  /** Whether a separator stands where so many digits follow. */
  private boolean separates(int following) {
    return following > 0
        && (lakhs ? following == 3 || following > 3 && following % 2 == 1 : following % 3 == 0);
  }

  private void before(int signum, TextBuffer out) {
    if (signum > 0 && format.sign() == NumberSign.PLUS_OR_MINUS) {
      out.add((byte) '+');
    } else if (signum < 0) {
      switch (format.sign()) {
        case MINUS, PLUS_OR_MINUS -> out.add((byte) '-');
        case TRUE_MINUS -> out.add(TRUE_MINUS_BYTES);
        case PARENTHESES -> out.add((byte) '(');
        case BEHIND -> {}
      }
    }
  }
}
