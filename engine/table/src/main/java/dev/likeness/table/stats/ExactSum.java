package dev.likeness.table.stats;

import java.math.BigInteger;

/**
 * A sum of doubles without any rounding until it is read.
 *
 * <p>Every finite double is a whole multiple of 2⁻¹⁰⁷⁴; the sum is kept as a whole number of these
 * in pieces of 32 bits with room for carries. So the order of the terms does not matter, sums of
 * parts merge into the sum of the whole, and ten million terms lose as little as two: nothing.
 *
 * <p>A term that is not finite makes the sum NaN. <b>Cost:</b> a few nanoseconds a term, 0.6 kB.
 * <b>Thread-safe:</b> no; sum apart and {@link #merge}.
 *
 * <p>Reference: Neal, R. M. (2015). Fast exact summation using small and large superaccumulators.
 * arXiv:1505.05571.
 */
public final class ExactSum {

  private static final int PIECES = 70;
  private static final int MOST_TERMS = 1 << 29;
  private static final long LOW = 0xFFFF_FFFFL;
  private static final long FRACTION = (1L << 52) - 1;
  private static final int SMALLEST = -1074;

  private final long[] pieces = new long[PIECES];
  private int terms;
  private boolean broken;

  /** Adds a term. */
  public void add(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    if (exponent == 0x7FF) {
      broken = true;
      return;
    }
    long mantissa = exponent == 0 ? bits & FRACTION : bits & FRACTION | 1L << 52;
    int place = Math.max(0, exponent - 1);
    int piece = place >>> 5;
    int shift = place & 31;
    long low = mantissa << shift & LOW;
    long middle = mantissa >>> 32 - shift & LOW;
    long high = shift == 0 ? 0 : mantissa >>> 64 - shift;
    if (bits < 0) {
      pieces[piece] -= low;
      pieces[piece + 1] -= middle;
      pieces[piece + 2] -= high;
    } else {
      pieces[piece] += low;
      pieces[piece + 1] += middle;
      pieces[piece + 2] += high;
    }
    if (++terms == MOST_TERMS) {
      carry();
    }
  }

  /** Adds a term a number of times, exactly too. */
  public void add(double x, long times) {
    if (times == 1) {
      add(x);
      return;
    }
    double product = x * times;
    add(product);
    if (product != 0 && Double.isFinite(product)) {
      add(Math.fma(x, (double) times, -product));
    }
  }

  /** Adds the terms of another sum. */
  public void merge(ExactSum other) {
    carry();
    other.carry();
    for (int i = 0; i < PIECES; i++) {
      pieces[i] += other.pieces[i];
    }
    broken |= other.broken;
  }

  private void carry() {
    for (int i = 0; i < PIECES - 1; i++) {
      pieces[i + 1] += pieces[i] >> 32;
      pieces[i] &= LOW;
    }
    terms = 1;
  }

  /** The sum, rounded once. */
  public double value() {
    if (broken) {
      return Double.NaN;
    }
    BigInteger whole = BigInteger.ZERO;
    for (int i = PIECES - 1; i >= 0; i--) {
      whole = whole.shiftLeft(32).add(BigInteger.valueOf(pieces[i]));
    }
    int drop = Math.max(0, whole.bitLength() - 128);
    BigInteger kept = whole.shiftRight(drop);
    boolean rest = drop > 0 && whole.getLowestSetBit() < drop && whole.signum() != 0;
    return Math.scalb((rest ? kept.setBit(0) : kept).doubleValue(), drop + SMALLEST);
  }
}
