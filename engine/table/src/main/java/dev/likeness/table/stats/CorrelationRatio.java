package dev.likeness.table.stats;

import dev.likeness.table.stats.Correlation.Moments;

/**
 * How much of the spread of a number the categories of another column explain.
 *
 * <pre>  η² = Σ n_g (x̄_g − x̄)² / Σ (x − x̄)²</pre>
 *
 * <p><b>Missing:</b> callers leave rows with a missing value out. <b>Cost:</b> one pass.
 * <b>Thread-safe:</b> yes.
 *
 * @param eta η in [0, 1], as counted
 * @param groups categories that occur
 * @param rows that were looked at
 */
record CorrelationRatio(double eta, int groups, int rows) {

  /** Nothing was looked at. */
  static final CorrelationRatio NONE = new CorrelationRatio(0, 0, 0);

  /**
   * The correlation ratio of a number given categories.
   *
   * @param codes of the categories, from 0
   * @param levels codes lie below it
   * @param number as many values as codes, not constant
   */
  static CorrelationRatio of(int[] codes, int levels, Moments number) {
    double[] sums = new double[levels];
    int[] counts = new int[levels];
    double[] values = number.values();
    for (int row = 0; row < codes.length; row++) {
      sums[codes[row]] += (values[row] - number.mean()) / number.norm();
      counts[codes[row]]++;
    }
    double between = 0;
    int groups = 0;
    for (int code = 0; code < levels; code++) {
      if (counts[code] > 0) {
        between += sums[code] * sums[code] / counts[code];
        groups++;
      }
    }
    return new CorrelationRatio(Math.sqrt(Math.min(1, between)), groups, codes.length);
  }

  /**
   * η without what as many categories explain by chance, in [0, 1].
   *
   * <pre>  ε² = 1 − (1 − η²)(n − 1)/(n − groups)</pre>
   *
   * <p>Reference: Kelley, T. L. (1935). An unbiased correlation ratio measure. PNAS 21(9), 554–559.
   */
  double corrected() {
    double left = rows <= groups ? 1 : (1 - eta * eta) * (rows - 1.0) / (rows - groups);
    return Math.sqrt(Math.clamp(1 - left, 0, 1));
  }
}
