package dev.likeness.synthesis.encoding;

/**
 * How far a sample is expected to go on behind its k-th value from the end, told without looking at
 * the values outside.
 *
 * <p>By Rényi's representation the scaled spacings i·(x₍ᵢ₎ − x₍ᵢ₊₁₎) of an exponential tail, i
 * counted from the end, are independent with the tail's scale σ as mean. σ is their mean for i from
 * k to m. The k − 1 values outside then reach as far as the largest of k − 1 exponentials; the
 * reach is the point that the largest does not pass with a chance of {@code seldom}; at 0.1 a bound
 * seldom lies behind the real end:
 *
 * <p>reach = −σ · ln(1 − seldom^(1/(k−1)))
 *
 * <p>Where spacings shrink towards the end, the tail has an end of its own, such as 100 for a
 * percentage; where the k-th value goes on to the 2k-th, many share the outermost one, such as the
 * oldest age; where most values repeat, there are too few spacings to tell: the reach is 0.
 *
 * <p><b>Cost:</b> a hundred values. <b>Reference:</b> A. Rényi, On the theory of order statistics,
 * 1953.
 */
final class Tail {

  private static final int INNERMOST = 64;
  private static final double OUTERMOST_SHARE = 0.1;
  private static final double SHRINKING = 0.7;
  private static final double REPEATING = 0.75;

  private Tail() {}

  /** The reach above. */
  static double upper(double[] sorted, int k, double seldom) {
    int n = sorted.length;
    return reach(n, k, seldom, i -> sorted[n - i] - sorted[n - i - 1]);
  }

  /** The reach below. */
  static double lower(double[] sorted, int k, double seldom) {
    return reach(sorted.length, k, seldom, i -> sorted[i] - sorted[i - 1]);
  }

  /** The distance between the i-th value from the end and the next one inwards. */
  private interface Spacing {
    double at(int i);
  }

  private static double reach(int n, int k, double seldom, Spacing spacing) {
    int m = (int) Math.min(INNERMOST, OUTERMOST_SHARE * n);
    if (k < 2 || m < 4 * k || ties(k, 2 * k, spacing) == k) {
      return 0;
    }
    if (ties(k, m, spacing) > REPEATING * (m - k)) {
      return 0;
    }
    int middle = (k + m) / 2;
    double near = scale(k, middle, spacing);
    double far = scale(middle, m, spacing);
    if (near < SHRINKING * far) {
      return 0;
    }
    double share = StrictMath.pow(seldom, 1.0 / (k - 1));
    return -(near + far) / 2 * StrictMath.log(1 - share);
  }

  private static int ties(int from, int to, Spacing spacing) {
    int ties = 0;
    for (int i = from; i < to; i++) {
      ties += spacing.at(i) == 0 ? 1 : 0;
    }
    return ties;
  }

  private static double scale(int from, int to, Spacing spacing) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += i * spacing.at(i);
    }
    return sum / (to - from);
  }
}
