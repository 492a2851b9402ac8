package dev.likeness.boosting;

/**
 * The logistic function, fast and the same on every machine.
 *
 * <p><b>Accuracy:</b> 10⁻⁸, far below what a tree can tell.
 */
public final class Logistic {

  private static final double LIMIT = 36;
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2 = 0.6931471805599453;

  /** Adding it rounds to an integer that stands in the lowest bits of the sum. */
  private static final double ROUNDING = 0x1.8p52;

  private static final long BIAS = 1023;
  private static final int MANTISSA_BITS = 52;

  private Logistic() {}

  /** 1 / (1 + exp(−score)); scores beyond ±36 count as ±36. */
  public static double sigmoid(double score) {
    double x = Math.min(LIMIT, Math.max(-LIMIT, -score));
    double shifted = Math.fma(x, LOG2_E, ROUNDING);
    double r = Math.fma(shifted - ROUNDING, -LN2, x);
    double p = Math.fma(r, 1.0 / 5040, 1.0 / 720);
    p = Math.fma(p, r, 1.0 / 120);
    p = Math.fma(p, r, 1.0 / 24);
    p = Math.fma(p, r, 1.0 / 6);
    p = Math.fma(p, r, 0.5);
    p = Math.fma(p, r, 1);
    p = Math.fma(p, r, 1);
    long power = (Double.doubleToRawLongBits(shifted) + BIAS) << MANTISSA_BITS;
    return 1 / Math.fma(p, Double.longBitsToDouble(power), 1);
  }
}
