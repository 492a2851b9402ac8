package dev.likeness.evaluation;

import java.util.OptionalDouble;

/**
 * Turns a score of the control rows into what a perfect generator would reach with as many rows as
 * were synthesised.
 *
 * <p>Two samples of one population differ by chance, and their distance shrinks with their sizes as
 * √(1/n + 1/m), which holds for the Kolmogorov–Smirnov and total variation distances and for
 * differences of correlations alike. With n training, c control and m synthetic rows, therefore,
 *
 * <pre>  expected = 1 − (1 − score of the control rows) · √((1/n + 1/m) / (1/n + 1/c))</pre>
 *
 * <p>The law is that of cells with several rows each; where most are empty (two columns of
 * thousands of categories) it promises a perfect generator a little too much.
 */
record Expectation(double factor) {

  static Expectation of(long train, long control, long synthetic) {
    return new Expectation(Math.sqrt(spread(train, synthetic) / spread(train, control)));
  }

  private static double spread(long n, long m) {
    return 1.0 / Math.max(1, n) + 1.0 / Math.max(1, m);
  }

  OptionalDouble from(OptionalDouble controlScore) {
    return controlScore.isEmpty()
        ? controlScore
        : OptionalDouble.of(Math.clamp(1 - (1 - controlScore.getAsDouble()) * factor, 0, 1));
  }
}
