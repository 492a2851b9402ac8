package dev.likeness.table.format;

import dev.likeness.table.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

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

  private final NumberFormat format;
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

  private NumberText(NumberFormat format) {
    this.format = format;
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
    int from = begin;
    int to = end;
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    boolean negative = false;
    if (from < to && (text.charAt(from) == '-' || text.charAt(from) == '+')) {
      negative = text.charAt(from++) == '-';
    }
    if (!format.prefix().isEmpty() && text.startsWith(format.prefix(), from)) {
      from += format.prefix().length();
      if (!negative && from < to && text.charAt(from) == '-') {
        negative = true;
        from++;
      }
    } else if (!format.prefix().isEmpty()) {
      return Double.NaN;
    }
    int suffixLength = format.suffix().length();
    if (suffixLength > 0) {
      if (to - suffixLength < from || !text.startsWith(format.suffix(), to - suffixLength)) {
        return Double.NaN;
      }
      to -= suffixLength;
    }
    double value = unsigned(text, from, to);
    return negative ? -value : value;
  }

  private double unsigned(String text, int from, int to) {
    places = 0;
    zeros = 0;
    leadingZero = false;
    exponent = false;
    grouped = false;
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
        if (grouped ? digitsSinceGroup != 3 : digitsSinceGroup > 3) {
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

  /** Writes a number, or the missing token for NaN. */
  public void write(double value, TextBuffer out) {
    if (Double.isNaN(value)) {
      out.add(missing);
      return;
    }
    double scaled = Math.abs(value) * POWERS[format.decimals()];
    if (scaled < EXACT) {
      long units = (long) Math.rint(scaled);
      digits(units, value < 0 && units != 0, out);
    } else {
      large(value, out);
    }
  }

  private void digits(long units, boolean negative, TextBuffer out) {
    int count = 0;
    while (units > 0) {
      digits[count++] = (byte) ('0' + units % 10);
      units /= 10;
    }
    assemble(count, negative, out);
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
    assemble(count, value < 0, out);
  }

  /** Puts together a number whose digits stand in {@link #digits}, the last first. */
  private void assemble(int count, boolean negative, TextBuffer out) {
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
    if (negative) {
      out.add((byte) '-');
    }
    out.add(prefix);
    for (int i = decimals + shownWhole - 1; i >= decimals; i--) {
      out.add(digits[i]);
      if (group >= 0 && i > decimals && (i - decimals) % 3 == 0) {
        out.add(groupBytes);
      }
    }
    if (from < decimals) {
      out.add((byte) mark);
      for (int i = decimals - 1; i >= from; i--) {
        out.add(digits[i]);
      }
    }
    out.add(suffix);
  }
}
