package dev.likeness.table.stats;

import java.util.OptionalDouble;

/**
 * Half the summed difference of two discrete distributions: the share of rows that would have to
 * change for one to become the other.
 *
 * <pre>  TV = ½ Σ |pᵢ − qᵢ|</pre>
 *
 * <p>0 for equal distributions, 1 where they share no category. <b>Thread-safe:</b> yes.
 */
public final class TotalVariation {

  private TotalVariation() {}

  /**
   * The distance of two samples given by counts of the same categories; empty where one has none.
   *
   * @throws IllegalArgumentException where the numbers of categories differ
   */
  public static OptionalDouble distance(long[] a, long[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "b.length = " + b.length + ", expected " + a.length + " as in a");
    }
    double n = sum(a);
    double m = sum(b);
    if (n == 0 || m == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] / n - b[i] / m);
    }
    return OptionalDouble.of(sum / 2);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
