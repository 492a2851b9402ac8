package dev.likeness.table.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Linear and rank correlation of two columns.
 *
 * <pre>  r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²)</pre>
 *
 * <p>Means are taken off before anything is multiplied, so columns far from zero lose no digits.
 *
 * <p><b>Missing:</b> pairwise complete: a row counts where both values are there. Empty where fewer
 * than two rows are left or one side is constant. <b>Cost:</b> two passes; Spearman sorts besides.
 * <b>Thread-safe:</b> yes.
 */
public final class Correlation {

  private static final int LANES = 4;

  private Correlation() {}

  /** Pearson's product-moment correlation. */
  public static OptionalDouble pearson(double[] x, double[] y) {
    requireSameLength(x, y);
    boolean complete = true;
    for (int i = 0; i < x.length && complete; i++) {
      complete = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
    }
    if (complete) {
      return ofMoments(Moments.of(x), Moments.of(y));
    }
    int[] rows = completeRows(x, y);
    return ofMoments(Moments.of(select(x, rows)), Moments.of(select(y, rows)));
  }

  /** Spearman's: Pearson's correlation of the ranks, ties sharing their mean rank. */
  public static OptionalDouble spearman(double[] x, double[] y) {
    requireSameLength(x, y);
    int[] rows = completeRows(x, y);
    return pearson(ranks(select(x, rows)), ranks(select(y, rows)));
  }

  /**
   * Pearson's correlation of two complete columns whose moments are known: one pass, which is what
   * a table of many columns needs.
   */
  public static OptionalDouble ofMoments(Moments x, Moments y) {
    requireSameLength(x.values(), y.values());
    if (x.values().length < 2 || x.isConstant() || y.isConstant()) {
      return OptionalDouble.empty();
    }
    double r = centredDot(x, y) / x.norm() / y.norm();
    return Double.isNaN(r) ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(r, -1, 1));
  }

  /**
   * A complete column with its mean and the length of its deviations from it.
   *
   * @param values without missing ones
   * @param mean x̄
   * @param norm √Σ(x − x̄)²
   * @param isConstant whether all values are equal
   */
  public record Moments(double[] values, double mean, double norm, boolean isConstant) {

    /** The moments of complete values. */
    public static Moments of(double[] values) {
      double mean = sum(values, 0, 1, false) / values.length;
      double largest = 0;
      boolean constant = true;
      for (double value : values) {
        largest = Math.max(largest, Math.abs(value - mean));
        constant &= value == values[0];
      }
      double scale = largest > 0 && Double.isFinite(largest) ? largest : 1;
      return new Moments(values, mean, scale * Math.sqrt(sum(values, mean, scale, true)), constant);
    }
  }

  private static double centredDot(Moments x, Moments y) {
    double[] a = x.values();
    double[] b = y.values();
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + LANES <= a.length; i += LANES) {
      s0 = Math.fma(a[i] - x.mean, b[i] - y.mean, s0);
      s1 = Math.fma(a[i + 1] - x.mean, b[i + 1] - y.mean, s1);
      s2 = Math.fma(a[i + 2] - x.mean, b[i + 2] - y.mean, s2);
      s3 = Math.fma(a[i + 3] - x.mean, b[i + 3] - y.mean, s3);
    }
    for (; i < a.length; i++) {
      s0 = Math.fma(a[i] - x.mean, b[i] - y.mean, s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Sums scaled deviations, or their squares, with the compensation of Kahan and Neumaier. */
  private static double sum(double[] values, double mean, double scale, boolean squared) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double deviation = (value - mean) / scale;
      double term = squared ? deviation * deviation : deviation;
      double next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  private static int[] completeRows(double[] x, double[] y) {
    return IntStream.range(0, x.length)
        .filter(row -> !Double.isNaN(x[row]) && !Double.isNaN(y[row]))
        .toArray();
  }

  private static double[] select(double[] values, int[] rows) {
    double[] selected = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = values[rows[i]];
    }
    return selected;
  }

  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = (bound(sorted, values[i], false) + bound(sorted, values[i], true) + 1) / 2.0;
    }
    return ranks;
  }

  /** How many sorted values are below {@code value}, or at most equal to it. */
  private static int bound(double[] sorted, double value, boolean inclusive) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (inclusive && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void requireSameLength(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("y.length = " + y.length + ", expected " + x.length);
    }
  }
}
