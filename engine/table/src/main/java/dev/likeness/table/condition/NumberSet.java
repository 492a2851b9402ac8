package dev.likeness.table.condition;

import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers, or moments in their unit, that lie in one of a few intervals.
 *
 * <p><b>Units:</b> moments beyond 2⁵³ units from the epoch are compared as the doubles nearest to
 * them.
 *
 * @param intervals rising, disjoint
 * @param missing whether a missing value is in the set
 */
public record NumberSet(List<Interval> intervals, boolean missing) implements ValueSet {

  /** Every number that is not missing. */
  public static final NumberSet PRESENT =
      between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** A missing value and nothing else. */
  public static final NumberSet MISSING = new NumberSet(List.of(), true);

  /**
   * Numbers from one to another, both included.
   *
   * @param lower may be minus infinity
   * @param upper not below lower; may be plus infinity
   */
  public record Interval(double lower, double upper) {

    /** Validates the order. */
    public Interval {
      if (!(lower <= upper)) {
        throw new IllegalArgumentException(
            "interval = [" + lower + ", " + upper + "], expected lower <= upper");
      }
    }
  }

  /** Checks that intervals rise. */
  public NumberSet {
    intervals = List.copyOf(intervals);
    for (int i = 1; i < intervals.size(); i++) {
      if (!(intervals.get(i - 1).upper() < intervals.get(i).lower())) {
        throw new IllegalArgumentException("intervals overlap, expected them rising and disjoint");
      }
    }
  }

  /** One interval. */
  public static NumberSet between(double lower, double upper) {
    return new NumberSet(List.of(new Interval(lower, upper)), false);
  }

  /** These numbers only. */
  public static NumberSet of(double... numbers) {
    return new NumberSet(
        Arrays.stream(numbers)
            .map(number -> number + 0.0)
            .sorted()
            .distinct()
            .mapToObj(number -> new Interval(number, number))
            .toList(),
        false);
  }

  /** What is in the set if a comparison with this number holds. */
  public static NumberSet where(Operator operator, double number) {
    return switch (operator) {
      case EQUAL -> of(number);
      case LESS -> between(Double.NEGATIVE_INFINITY, Math.nextDown(number));
      case AT_MOST -> between(Double.NEGATIVE_INFINITY, number);
      case GREATER -> between(Math.nextUp(number), Double.POSITIVE_INFINITY);
      case AT_LEAST -> between(number, Double.POSITIVE_INFINITY);
      case NOT_EQUAL ->
          new NumberSet(
              List.of(
                  new Interval(Double.NEGATIVE_INFINITY, Math.nextDown(number)),
                  new Interval(Math.nextUp(number), Double.POSITIVE_INFINITY)),
              false);
    };
  }

  @Override
  public boolean isEmpty() {
    return intervals.isEmpty() && !missing;
  }

  /** Whether a number that is not missing is in the set. */
  public boolean contains(double number) {
    int low = 0;
    int high = intervals.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (number < intervals.get(middle).lower()) {
        high = middle - 1;
      } else if (number > intervals.get(middle).upper()) {
        low = middle + 1;
      } else {
        return !Double.isNaN(number);
      }
    }
    return false;
  }

  @Override
  public NumberSet and(ValueSet other) {
    if (!(other instanceof NumberSet numbers)) {
      throw new IllegalArgumentException("set = categories, expected numbers");
    }
    List<Interval> both = new ArrayList<>();
    for (Interval a : intervals) {
      for (Interval b : numbers.intervals) {
        double lower = Math.max(a.lower(), b.lower());
        double upper = Math.min(a.upper(), b.upper());
        if (lower <= upper) {
          both.add(new Interval(lower, upper));
        }
      }
    }
    return new NumberSet(both, missing && numbers.missing);
  }

  @Override
  public boolean[] admits(Column column) {
    boolean[] admitted = new boolean[column.size()];
    for (int row = 0; row < admitted.length; row++) {
      admitted[row] = column.isMissing(row) ? missing : contains(value(column, row));
    }
    return admitted;
  }

  private static double value(Column column, int row) {
    return switch (column) {
      case NumericColumn numbers -> numbers.values()[row];
      case TemporalColumn moments -> moments.values()[row];
      default ->
          throw new IllegalArgumentException(
              "column = " + column.type() + ", expected NUMERIC or TEMPORAL");
    };
  }
}
