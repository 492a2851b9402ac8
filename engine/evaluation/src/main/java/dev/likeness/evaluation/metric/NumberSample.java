package dev.likeness.evaluation.metric;

import dev.likeness.table.stats.Bins;
import dev.likeness.table.stats.Correlation.Moments;
import dev.likeness.table.stats.KolmogorovSmirnov;
import java.util.Optional;

/**
 * Numbers, or moments in time as nanoseconds since the epoch.
 *
 * <p><b>Cost:</b> two bytes a row beside the values themselves.
 */
public final class NumberSample implements Sample {

  /** Bins of a number that is held against a category, as in SDMetrics. */
  public static final int BINS = 10;

  private static final byte MISSING = BINS + 1;

  private final double[] values;
  private final Bins edges;
  private final byte[] codes;
  private final byte[] codesAlone;
  private final int missing;
  private final Optional<Moments> moments;

  private NumberSample(
      double[] values,
      Bins edges,
      byte[] codes,
      byte[] codesAlone,
      int missing,
      Optional<Moments> moments) {
    this.values = values;
    this.edges = edges;
    this.codes = codes;
    this.codesAlone = codesAlone;
    this.missing = missing;
    this.moments = moments;
  }

  /** The column of the real table; NaN where missing. */
  public static NumberSample real(double[] values) {
    Bins edges = Bins.of(values, BINS);
    return of(values, edges, edges);
  }

  /** The same column of another table, binned by the edges of this one. */
  public NumberSample beside(double[] others) {
    return of(others, edges, Bins.of(others, BINS));
  }

  private static NumberSample of(double[] values, Bins edges, Bins own) {
    byte[] codes = new byte[values.length];
    byte[] alone = new byte[values.length];
    int missing = 0;
    for (int row = 0; row < values.length; row++) {
      boolean absent = Double.isNaN(values[row]);
      missing += absent ? 1 : 0;
      codes[row] = absent ? MISSING : (byte) edges.nearestBin(values[row]);
      alone[row] = (byte) own.code(values[row]);
    }
    Optional<Moments> moments =
        missing == 0 && values.length > 0 ? Optional.of(Moments.of(values)) : Optional.empty();
    return new NumberSample(values, edges, codes, alone, missing, moments);
  }

  /** The numbers, NaN where missing. */
  public double[] values() {
    return values;
  }

  /** Mean and spread; there where no value is missing. */
  public Optional<Moments> moments() {
    return moments;
  }

  /** The numbers that are there, ascending: sorted anew by each call. */
  public double[] sorted() {
    return KolmogorovSmirnov.sorted(values);
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public int missing() {
    return missing;
  }

  @Override
  public int[] codes() {
    int[] wide = new int[codes.length];
    for (int row = 0; row < wide.length; row++) {
      wide[row] = codes[row];
    }
    return wide;
  }

  @Override
  public int width() {
    return MISSING + 1;
  }

  @Override
  public NumberSample binnedAlone() {
    return new NumberSample(values, edges, codesAlone, codesAlone, missing, moments);
  }

  @Override
  public void mixInto(long[] hashes) {
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] = Sample.mix(hashes[row], Double.doubleToLongBits(values[row] + 0.0));
    }
  }
}
