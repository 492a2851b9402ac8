package dev.likeness.table;

import java.util.Optional;

/**
 * How numbers stood in the file.
 *
 * @param decimals smallest number of decimal places in which every value is exact, 0 to 17
 * @param fixedDecimals whether every value shows exactly {@code decimals} places ({@code 1.50})
 * @param decimalMark {@code '.'} or {@code ','}
 * @param grouping thousands separator, if any
 * @param minIntegerDigits digits that are filled with leading zeros, at least 1
 * @param prefix what stands before every number, such as {@code "$"}; often empty
 * @param suffix what stands behind every number, such as {@code "%"}; often empty
 * @param missingToken what stands in the place of a missing value
 */
public record NumberFormat(
    int decimals,
    boolean fixedDecimals,
    char decimalMark,
    Optional<Character> grouping,
    int minIntegerDigits,
    String prefix,
    String suffix,
    String missingToken)
    implements ValueFormat {

  /** Validates the numbers of digits. */
  public NumberFormat {
    if (decimals < 0 || decimals > 17) {
      throw new IllegalArgumentException("decimals = " + decimals + ", expected 0 to 17");
    }
    if (minIntegerDigits < 1) {
      throw new IllegalArgumentException(
          "minIntegerDigits = " + minIntegerDigits + ", expected >= 1");
    }
  }

  /** Numbers with at most {@code decimals} places, a point, and nothing else. */
  public static NumberFormat plain(int decimals) {
    return new NumberFormat(decimals, false, '.', Optional.empty(), 1, "", "", "");
  }
}
