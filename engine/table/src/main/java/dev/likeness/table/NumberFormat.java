package dev.likeness.table;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;

/**
 * How numbers stood in the file.
 *
 * @param decimals smallest number of decimal places in which every value is exact, 0 to 17
 * @param minDecimals places that are always shown, 0 to {@code decimals}: 0 for {@code 2}, 1 for
 *     {@code 2.0}; equal to {@code decimals} where every value shows the same number of places
 * @param decimalMark {@code '.'} or {@code ','}
 * @param grouping thousands separator, if any
 * @param minIntegerDigits digits that are filled with leading zeros; 0 where {@code .5} stands for
 *     a half
 * @param prefix what stands before every number, such as {@code "$"}; often empty
 * @param suffix what stands behind every number, such as {@code "%"}; often empty
 * @param missingToken what stands in the place of a missing value
 * @param missingTokens cells that are missing although they might be read, as {@code "-999"}; as
 *     they stand
 * @param sign how negative numbers are written
 * @param groupSize digits between two separators: 3, or 2 where thousands are followed by lakhs
 *     ({@code 12,34,567})
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record NumberFormat(
    int decimals,
    int minDecimals,
    char decimalMark,
    Optional<Character> grouping,
    int minIntegerDigits,
    String prefix,
    String suffix,
    String missingToken,
    List<String> missingTokens,
    NumberSign sign,
    int groupSize)
    implements ValueFormat {

  private static final int MAX_INTEGER_DIGITS = 32;
  private static final int THOUSANDS = 3;
  private static final int LAKHS = 2;

  /** Validates the numbers of digits. */
  public NumberFormat {
    missingTokens = ValueFormat.copy(missingTokens);
    sign = NumberSign.orMinus(sign);
    groupSize = groupSize == 0 ? THOUSANDS : groupSize;
    if (groupSize != THOUSANDS && groupSize != LAKHS) {
      throw new IllegalArgumentException("groupSize = " + groupSize + ", expected 2 or 3");
    }
    if (decimals < 0 || decimals > 17) {
      throw new IllegalArgumentException("decimals = " + decimals + ", expected 0 to 17");
    }
    if (minDecimals < 0 || minDecimals > decimals) {
      throw new IllegalArgumentException(
          "minDecimals = " + minDecimals + ", expected 0 to " + decimals);
    }
    if (minIntegerDigits < 0 || minIntegerDigits > MAX_INTEGER_DIGITS) {
      throw new IllegalArgumentException(
          "minIntegerDigits = " + minIntegerDigits + ", expected 0 to " + MAX_INTEGER_DIGITS);
    }
  }

  /** A format in which nothing is missing that can be read. */
  public NumberFormat(
      int decimals,
      int minDecimals,
      char decimalMark,
      Optional<Character> grouping,
      int minIntegerDigits,
      String prefix,
      String suffix,
      String missingToken) {
    this(
        decimals,
        minDecimals,
        decimalMark,
        grouping,
        minIntegerDigits,
        prefix,
        suffix,
        missingToken,
        List.of(),
        NumberSign.MINUS,
        THOUSANDS);
  }

  /** The same with cells that are missing although they might be read. */
  public NumberFormat withMissing(List<String> tokens) {
    return new NumberFormat(
        decimals,
        minDecimals,
        decimalMark,
        grouping,
        minIntegerDigits,
        prefix,
        suffix,
        missingToken,
        tokens,
        sign,
        groupSize);
  }

  /** The same with another way of writing signs and groups of digits. */
  public NumberFormat signed(NumberSign sign, int groupSize) {
    return new NumberFormat(
        decimals,
        minDecimals,
        decimalMark,
        grouping,
        minIntegerDigits,
        prefix,
        suffix,
        missingToken,
        missingTokens,
        sign,
        groupSize);
  }

  /** Whether every value shows exactly {@code decimals} places ({@code 1.50}). */
  public boolean fixedDecimals() {
    return decimals > 0 && minDecimals == decimals;
  }

  /** Numbers with at most {@code decimals} places, a point, and nothing else. */
  public static NumberFormat plain(int decimals) {
    return new NumberFormat(decimals, 0, '.', Optional.empty(), 1, "", "", "");
  }
}
