package dev.likeness.numerics;

/**
 * Exponential and logarithm whose every bit is the same on every machine.
 *
 * <p>{@code Math.exp} and {@code Math.log} may be intrinsics that differ between processors; these
 * are IEEE operations and {@code fma} only, and faster than {@link StrictMath}.
 *
 * <p><b>Accuracy:</b> within 2 units in the last place over the whole range, subnormal results
 * included in absolute terms.
 */
public final class Elementary {

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
  private static final double LARGEST = 709.782712893384;
  private static final double SMALLEST = -745.1332191019412;
  private static final double SQRT_HALF = 0.7071067811865476;
  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;

  /** 1/2!, 1/3!, … 1/13!. */
  private static final double[] EXP = {
    1.0 / 2,
    1.0 / 6,
    1.0 / 24,
    1.0 / 120,
    1.0 / 720,
    1.0 / 5040,
    1.0 / 40320,
    1.0 / 362880,
    1.0 / 3628800,
    1.0 / 39916800,
    1.0 / 479001600,
    1.0 / 6227020800.0
  };

  private Elementary() {}

  /**
   * e to the power of x: x = k ln 2 + r with |r| ≤ ½ ln 2, and the Taylor polynomial of degree 13
   * at r.
   */
  public static double exp(double x) {
    if (!(x <= LARGEST)) {
      return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
    } else if (x < SMALLEST) {
      return 0;
    }
    double k = Math.rint(x * LOG2_E);
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
    double p = EXP[EXP.length - 1];
    for (int i = EXP.length - 2; i >= 0; i--) {
      p = Math.fma(p, r, EXP[i]);
    }
    return scale(1 + Math.fma(r * r, p, r), (int) k);
  }

  /**
   * The natural logarithm: x = 2ᵏ m with m in [√½, √2), s = (m − 1)/(m + 1), and the series 2 (s +
   * s³/3 + … + s²³/23).
   */
  public static double log(double x) {
    if (!(x > 0)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    } else if (x < Double.MIN_NORMAL) {
      return log(x * 0x1p54) - 54 * LN2_HIGH;
    } else if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    long bits = Double.doubleToRawLongBits(x);
    int k = (int) (bits >>> MANTISSA_BITS) - BIAS + 1;
    long half = (bits & ((1L << MANTISSA_BITS) - 1)) | ((long) (BIAS - 1) << MANTISSA_BITS);
    double m = Double.longBitsToDouble(half);
    if (m < SQRT_HALF) {
      m *= 2;
      k--;
    }
    double s = (m - 1) / (m + 1);
    double q = s * s;
    double p = 2.0 / 23;
    for (int i = 21; i >= 3; i -= 2) {
      p = Math.fma(p, q, 2.0 / i);
    }
    return Math.fma(k, LN2_HIGH, Math.fma(k, LN2_LOW, Math.fma(s * q, p, 2 * s)));
  }

  /** y · 2ᵏ, in two steps so that neither factor is subnormal. */
  private static double scale(double y, int k) {
    int first = k >> 1;
    return y * powerOfTwo(first) * powerOfTwo(k - first);
  }

  private static double powerOfTwo(int k) {
    return Double.longBitsToDouble((long) (k + BIAS) << MANTISSA_BITS);
  }
}
