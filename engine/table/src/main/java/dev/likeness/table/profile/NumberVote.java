package dev.likeness.table.profile;

import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumberSign;
import dev.likeness.table.format.NumberText;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How well one way of writing numbers reads a column, and what the numbers are. */
final class NumberVote {

  private static final double EXACT = 0x1.0p53;
  private static final int MOST_DECIMALS = 17;
  private static final int EXACT_DIGITS = 15;
  private static final int DIGIT_BITS = 4;
  private static final int FOUR = (1 << DIGIT_BITS) - 1;
  private static final double[] POWERS = new double[EXACT_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= EXACT_DIGITS; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final NumberFormat style;
  private final NumberText text;
  private Distincts numbers = Distincts.kept();
  private long parsed;
  private long grouped;
  private long ungrouped;
  private long scientific;
  private long huge;
  private long leadingZeros;
  private long fractions;
  private long bare;
  private long bareable;
  private final int[] shapes = new int[1 << 3 * DIGIT_BITS + 1];
  private final long[][] shown = new long[MOST_DECIMALS + 1][MOST_DECIMALS + 1];
  private int mostPlaces;
  private int scientificPlaces;
  private int leastDigits = Integer.MAX_VALUE;
  private int mostDigits;
  private int paddedDigits;
  private boolean whole = true;
  private long lakhs;
  private long positive;
  private final Map<NumberSign, Long> signs = new EnumMap<>(NumberSign.class);

  NumberVote(char mark, Optional<Character> grouping, String prefix, String suffix) {
    style =
        new NumberFormat(0, 0, mark, grouping, 1, prefix, suffix, "")
            .signed(NumberSign.PARENTHESES, 2);
    text = NumberText.of(style);
  }

  /** The same style without any number. */
  NumberVote anew() {
    return new NumberVote(style.decimalMark(), style.grouping(), style.prefix(), style.suffix());
  }

  /** Keeps no number, only sums, around a value of the column. */
  void sumUp(List<String> head) {
    double centre =
        head.stream().mapToDouble(text::parse).filter(x -> !Double.isNaN(x)).findFirst().orElse(0);
    numbers = Distincts.summed(centre);
  }

  /** How many of some cells it could read. */
  long reads(List<String> cells) {
    return cells.stream().filter(cell -> !Double.isNaN(text.parse(cell))).count();
  }

  /** Takes a value that is not a missing token; false when it is no number in this style. */
  boolean take(String cell, int from, int to, long count) {
    double value = text.parse(cell, from, to);
    if (Double.isNaN(value)) {
      return false;
    }
    parsed += count;
    numbers.add(value, count);
    whole &= value == Math.rint(value);
    positive += value > 0 ? count : 0;
    text.sign().ifPresent(sign -> signs.merge(sign, count, Long::sum));
    if (text.scientific()) {
      scientific += count;
      scientificPlaces = Math.max(scientificPlaces, placesOf(value));
    } else {
      layout(value, count);
    }
    return true;
  }

  private void layout(double value, long count) {
    layout(Math.abs(value), count, text.places(), text.trailingZeros(), text.integerDigits());
    if (text.leadingZero()) {
      leadingZeros += count;
      paddedDigits = Math.max(paddedDigits, text.integerDigits());
    }
    lakhs += text.inLakhs() ? count : 0;
    if (text.grouped()) {
      grouped += count;
      ungrouped -= Math.abs(value) >= 1000 ? count : 0;
    }
  }

  private void layout(double size, long count, int places, int zeros, int digits) {
    int capped = Math.min(places, MOST_DECIMALS);
    shown[capped][Math.clamp(places - zeros, 0, capped)] += count;
    mostPlaces = Math.max(mostPlaces, places);
    leastDigits = Math.min(leastDigits, digits);
    mostDigits = Math.max(mostDigits, digits);
    if (places > 0) {
      fractions += count;
      bareable += size < 1 ? count : 0;
      bare += size < 1 && digits == 0 ? count : 0;
    } else {
      huge += size >= EXACT ? count : 0;
    }
    ungrouped += size >= 1000 ? count : 0;
  }

  /** Whether {@link #takePlain} is worth trying. */
  boolean isPlain() {
    return style.decimalMark() == '.' && style.grouping().isEmpty() && !decorated();
  }

  /**
   * Takes a number of digits, a point and a minus at most, and ends where they end; -1, and nothing
   * taken, where there is anything else before the end mark. The quick way for most numbers, of
   * which only the shape is noted until {@link #addShapes}.
   */
  int takePlain(byte[] cells, int from, byte end) {
    int at = from;
    boolean negative = cells[at] == '-';
    at += negative ? 1 : 0;
    int begin = at;
    int point = -1;
    int zeros = 0;
    long mantissa = 0;
    for (; at < cells.length && cells[at] != end; at++) {
      int digit = cells[at] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        zeros = digit == 0 ? zeros + 1 : 0;
      } else if (cells[at] == '.' && point < 0) {
        point = at;
        zeros = 0;
      } else {
        return -1;
      }
    }
    int digits = (point < 0 ? at : point) - begin;
    int places = point < 0 ? 0 : at - point - 1;
    boolean padded = digits > 1 && cells[begin] == '0';
    if (digits + places == 0 || digits + places > EXACT_DIGITS || padded) {
      return -1;
    }
    double value = mantissa / POWERS[places];
    boolean below = digits == 0 || cells[begin] == '0';
    parsed++;
    positive += mantissa > 0 && !negative ? 1 : 0;
    numbers.add(negative ? -value : value, 1);
    shapes[shape(places, places == 0 ? 0 : zeros, digits) << 1 | (below ? 1 : 0)]++;
    return at;
  }

  private static int shape(int places, int zeros, int digits) {
    return (places << DIGIT_BITS | zeros) << DIGIT_BITS | digits;
  }

  /** Adds up the shapes of numbers that were taken the quick way; each counts once. */
  void addShapes() {
    for (int i = 0; i < shapes.length; i++) {
      if (shapes[i] > 0) {
        int digits = i >> 1 & FOUR;
        int zeros = i >> DIGIT_BITS + 1 & FOUR;
        int places = i >> 2 * DIGIT_BITS + 1;
        double size = (i & 1) > 0 ? 0 : POWERS[digits - 1];
        whole &= zeros == places;
        layout(size, shapes[i], places, zeros, digits);
        shapes[i] = 0;
      }
    }
  }

  long parsed() {
    return parsed;
  }

  Distincts numbers() {
    return numbers;
  }

  char mark() {
    return style.decimalMark();
  }

  boolean whole() {
    return whole;
  }

  boolean written() {
    return scientific > 0 || fractions > 0 || grouped > 0;
  }

  long grouped() {
    return grouped;
  }

  long ungrouped() {
    return ungrouped;
  }

  long fractions() {
    return fractions;
  }

  long huge() {
    return huge;
  }

  long leadingZeros() {
    return leadingZeros;
  }

  int leastDigits() {
    return leastDigits;
  }

  int mostDigits() {
    return mostDigits;
  }

  /** Whether values filled up with zeros are all filled up to the same width. */
  boolean evenlyPadded() {
    return leadingZeros == 0 || leastDigits == paddedDigits;
  }

  boolean decorated() {
    return !style.prefix().isEmpty() || !style.suffix().isEmpty();
  }

  /** The format of the column, with the token that stands for a missing value. */
  NumberFormat format(String missingToken) {
    int most = Math.min(mostPlaces, MOST_DECIMALS);
    int decimals = Math.max(most, scientificPlaces);
    int least = scientific > 0 ? 0 : Math.min(usualPlaces(most), decimals);
    int digits = leadingZeros > 0 ? paddedDigits : bareable > 0 && bare == bareable ? 0 : 1;
    Optional<Character> grouping = grouped > 0 ? style.grouping() : Optional.empty();
    return new NumberFormat(
            decimals,
            least,
            style.decimalMark(),
            grouping,
            digits,
            style.prefix(),
            style.suffix(),
            missingToken)
        .signed(sign(), lakhs > 0 ? 2 : 3);
  }

  /**
   * How signs are written: in a way that only its own format reads, if there is any; with a plus
   * where most positive numbers have one.
   */
  private NumberSign sign() {
    long plus = signs.getOrDefault(NumberSign.PLUS_OR_MINUS, 0L);
    return signs.keySet().stream()
        .filter(sign -> sign != NumberSign.PLUS_OR_MINUS && sign != NumberSign.MINUS)
        .max(Comparator.comparingLong(sign -> Objects.requireNonNull(signs.get(sign))))
        .orElse(2 * plus > positive ? NumberSign.PLUS_OR_MINUS : NumberSign.MINUS);
  }

  /** The number of places shown at least that gives most values back as they stood. */
  private int usualPlaces(int most) {
    int best = 0;
    long bestFitting = -1;
    for (int least = 0; least <= most; least++) {
      long fitting = 0;
      for (int needed = 0; needed <= most; needed++) {
        fitting += shown[Math.max(least, needed)][needed];
      }
      if (fitting > bestFitting) {
        best = least;
        bestFitting = fitting;
      }
    }
    return best;
  }

  /** Scientific notation hides the places; the shortest decimal form tells. */
  private static int placesOf(double value) {
    int scale = new BigDecimal(Double.toString(value)).stripTrailingZeros().scale();
    return Math.clamp(scale, 0, MOST_DECIMALS);
  }
}
