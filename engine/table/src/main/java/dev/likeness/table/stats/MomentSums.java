package dev.likeness.table.stats;

import java.util.OptionalDouble;

/**
 * Count, extremes and the first four moments of numbers that pass by once, in any order, in any
 * number of parts.
 *
 * <pre>  d = x − c,  Sₖ = Σ dᵏ,  mean = c + S₁/n,
 *   m₂ = S₂/n − δ²,  m₃ = S₃/n − 3δS₂/n + 2δ³,  m₄ = S₄/n − 4δS₃/n + 6δ²S₂/n − 3δ⁴,  δ = S₁/n</pre>
 *
 * <p>The standard deviation divides by n − 1; skewness is m₃ / m₂^1.5, kurtosis m₄ / m₂² − 3. Sums
 * are {@linkplain ExactSum exact}, so nothing drifts over many rows and the result is the same for
 * any number of parts. The centre c should lie near the data: digits are lost by a factor of (δ /
 * sd)ᵏ only.
 *
 * <p><b>Missing:</b> callers leave it out. <b>Thread-safe:</b> no; count apart and {@link #merge}.
 */
public final class MomentSums {

  private final double centre;
  private final ExactSum first = new ExactSum();
  private final ExactSum second = new ExactSum();
  private final ExactSum third = new ExactSum();
  private final ExactSum fourth = new ExactSum();
  private long n;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  private MomentSums(double centre) {
    this.centre = centre;
  }

  /** Nothing yet, around a centre: a value of the column, or its mean where it is known. */
  public static MomentSums around(double centre) {
    return new MomentSums(centre);
  }

  /** Takes a number that occurs so often. */
  public void add(double x, long times) {
    n += times;
    min = Math.min(min, x);
    max = Math.max(max, x);
    double d = x - centre;
    double square = d * d;
    first.add(d, times);
    second.add(square, times);
    third.add(square * d, times);
    fourth.add(square * square, times);
  }

  /**
   * Takes what another part has seen.
   *
   * @throws IllegalArgumentException when the parts have different centres
   */
  public void merge(MomentSums other) {
    if (Double.compare(centre, other.centre) != 0) {
      throw new IllegalArgumentException(
          "centre = " + other.centre + ", expected " + centre + " as in the first part");
    }
    n += other.n;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    first.merge(other.first);
    second.merge(other.second);
    third.merge(other.third);
    fourth.merge(other.fourth);
  }

  /** How many numbers. */
  public long count() {
    return n;
  }

  /** The smallest; infinite where there is none. */
  public double min() {
    return min;
  }

  /** The largest; infinite where there is none. */
  public double max() {
    return max;
  }

  /** The mean; empty without numbers. */
  public OptionalDouble mean() {
    return finite(n > 0, centre + shift());
  }

  /** The standard deviation of the sample; empty below two numbers. */
  public OptionalDouble sd() {
    return finite(n > 1, Math.sqrt(variance() * n / (n - 1.0)));
  }

  /** The third standardised moment; empty below three numbers and for a constant. */
  public OptionalDouble skewness() {
    double d = shift();
    double m2 = variance();
    double m3 = third.value() / n - 3 * d * (second.value() / n) + 2 * d * d * d;
    return finite(n > 2 && m2 > 0, m3 / (m2 * Math.sqrt(m2)));
  }

  /** The fourth standardised moment less 3; empty below four numbers and for a constant. */
  public OptionalDouble kurtosis() {
    double d = shift();
    double m2 = variance();
    double m4 =
        fourth.value() / n
            - 4 * d * (third.value() / n)
            + 6 * d * d * (second.value() / n)
            - 3 * d * d * d * d;
    return finite(n > 3 && m2 > 0, m4 / (m2 * m2) - 3);
  }

  private double shift() {
    return first.value() / n;
  }

  private double variance() {
    double d = shift();
    return min == max ? 0 : Math.max(0, second.value() / n - d * d);
  }

  private static OptionalDouble finite(boolean defined, double value) {
    return defined && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
