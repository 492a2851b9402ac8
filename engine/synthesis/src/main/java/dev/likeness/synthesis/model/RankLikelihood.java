package dev.likeness.synthesis.model;

import dev.likeness.numerics.Correlations;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Table;
import java.util.function.DoubleConsumer;

/**
 * The correlation of a Gaussian copula of mixed columns by the extended rank likelihood (Hoff
 * 2007).
 *
 * <p>What a row shows of latent j is an interval (l, u) of its normal score z: a point for a number
 * among many, a wide interval for a category. A sweep goes through the latents and draws each from
 * its normal conditional on the others, truncated to the row's own interval:
 *
 * <p>z_j | z_−j ~ N(−Σ_k≠j Ω_jk z_k / Ω_jj, 1 / Ω_jj) on (l, u), with Ω = R⁻¹.
 *
 * <p>Where a category column has a tree of latents, the cuts of its lower nodes are moved every few
 * sweeps to where rows made by the copula so far have the right shares.
 *
 * <p>After each sweep R is taken anew as the posterior mean under an inverse-Wishart prior with d +
 * 2 degrees of freedom and scale I, (ZᵀZ + (d + 2) I) / (n + d + 2), scaled to a unit diagonal:
 * positive definite by construction, also with more columns than rows. The result is the mean over
 * the later half of the sweeps.
 *
 * <p>Unlike the paper, intervals come from the marginals and are not moved by other rows, so that
 * rows are independent given R and can be drawn in parallel; and R is its posterior mean, not a
 * draw.
 *
 * <p><b>Shapes:</b> intervals and scores (latents, rows). <b>Missing:</b> the interval is the whole
 * line. <b>Cost:</b> sweeps · (rows · d² + d³) fused multiply-adds and sweeps · rows · d draws.
 * <b>Randomness:</b> one uniform for each sweep, row and latent.
 *
 * <p>Reference: P. D. Hoff, Extending the rank likelihood for semiparametric copula estimation,
 * Annals of Applied Statistics 1 (2007), 265–283.
 */
final class RankLikelihood {

  private static final int BLOCK_ROWS = 256;

  /** Narrower intervals of probability are points. */
  private static final double POINT = 1e-4;

  private static final UnboundDraws UNBOUND = new UnboundDraws();

  private static final int CALIBRATE_EVERY = 4;
  private static final int CALIBRATION_ROWS = 4096;

  private final Table table;
  private final int latents;
  private final int rows;
  private final double[][] lower;
  private final double[][] upper;
  private final double[][] scores;
  private final boolean[] fixed; // latents whose every interval is a point
  private final CounterRandom random;
  private final RunContext run;
  private TableEncoding encoding;

  /** Starts from the middle of each interval. */
  RankLikelihood(TableEncoding encoding, Table table, CounterRandom random, RunContext run) {
    this.encoding = encoding;
    this.table = table;
    this.latents = encoding.latents();
    this.rows = table.rows();
    this.lower = new double[latents][rows];
    this.upper = new double[latents][rows];
    this.scores = new double[latents][rows];
    this.fixed = new boolean[latents];
    this.random = random;
    this.run = run;
    encoding.intervals(table, lower, upper, run);
    Parallel.forEach(latents, run, latent -> toScores(latent, true));
  }

  /** Turns intervals of probability into intervals of scores. */
  private void toScores(int latent, boolean start) {
    double edge = 0.5 / Math.max(1, rows);
    double[] low = lower[latent];
    double[] high = upper[latent];
    boolean points = true;
    Quantiles quantiles = new Quantiles();
    for (int row = 0; row < rows; row++) {
      boolean point = high[row] - low[row] < POINT;
      points &= point;
      double middle = 0;
      if (start || point) {
        middle = quantiles.of(Math.clamp(0.5 * (low[row] + high[row]), edge, 1 - edge));
        scores[latent][row] = middle;
      }
      low[row] = point ? middle : quantiles.of(low[row]);
      high[row] = point ? middle : quantiles.of(high[row]);
    }
    fixed[latent] = points;
  }

  /** The copula after so many sweeps. */
  GaussianCopula fit(int sweeps, DoubleConsumer progress) {
    double[][] correlation = estimate();
    double[][] mean = new double[latents][latents];
    for (int sweep = 0; sweep < sweeps; sweep++) {
      if (sweep % CALIBRATE_EVERY == CALIBRATE_EVERY - 1) {
        recut(correlation, random.derive("calibration").derive(sweep));
      }
      sweep(correlation, random.derive(sweep));
      correlation = estimate();
      if (sweep >= sweeps / 2) {
        add(correlation, mean);
      }
      progress.accept((sweep + 1.0) / sweeps);
    }
    GaussianCopula fitted = copula(Correlations.normalised(mean));
    return fitted.calibrated(4 * CALIBRATION_ROWS, random.derive("calibration"), run);
  }

  private GaussianCopula copula(double[][] correlation) {
    return new GaussianCopula(encoding, Correlations.factor(correlation, run.cancellation()));
  }

  /** Moves cuts to where the copula so far gives the right shares. */
  private void recut(double[][] correlation, CounterRandom stream) {
    TableEncoding recut = copula(correlation).calibrated(CALIBRATION_ROWS, stream, run).encoding();
    if (recut.equals(encoding)) {
      return;
    }
    encoding = recut;
    encoding.intervals(table, lower, upper, run);
    Parallel.forEach(latents, run, latent -> toScores(latent, false));
  }

  private static void add(double[][] matrix, double[][] sum) {
    for (int i = 0; i < matrix.length; i++) {
      Kernels.axpy(1, matrix[i], 0, sum[i], 0, matrix.length);
    }
  }

  /** (ZᵀZ + (d + 2) I) scaled to a unit diagonal. */
  private double[][] estimate() {
    double[][] covariance = new double[latents][latents];
    Parallel.forEach(
        latents,
        run,
        i -> {
          for (int j = 0; j <= i; j++) {
            covariance[i][j] = Kernels.dot(scores[i], 0, scores[j], 0, rows);
          }
          covariance[i][i] += latents + 2;
        });
    Correlations.mirror(covariance);
    return Correlations.normalised(covariance);
  }

  private void sweep(double[][] correlation, CounterRandom stream) {
    double[][] factor = Correlations.factor(correlation, run.cancellation());
    double[][] precision = Correlations.inverse(factor, run);
    Parallel.forEach(
        Parallel.blocks(rows, BLOCK_ROWS),
        run,
        block -> {
          int from = block * BLOCK_ROWS;
          drawRows(from, Math.min(rows, from + BLOCK_ROWS), precision, stream);
        });
  }

  private void drawRows(int from, int to, double[][] precision, CounterRandom stream) {
    double[] mean = new double[to - from];
    for (int latent = 0; latent < latents; latent++) {
      if (fixed[latent]) {
        continue;
      }
      run.cancellation().check();
      double variance = 1 / precision[latent][latent];
      java.util.Arrays.fill(mean, 0);
      for (int other = 0; other < latents; other++) {
        if (other != latent) {
          double weight = -precision[latent][other] * variance;
          Kernels.axpy(weight, scores[other], from, mean, 0, mean.length);
        }
      }
      drawLatent(latent, from, mean, Math.sqrt(variance), stream);
    }
  }

  private void drawLatent(
      int latent, int from, double[] mean, double deviation, CounterRandom stream) {
    double[] low = lower[latent];
    double[] high = upper[latent];
    for (int i = 0; i < mean.length; i++) {
      int row = from + i;
      if (high[row] - low[row] == Double.POSITIVE_INFINITY && low[row] == -high[row]) {
        double draw = UNBOUND.of(stream.uniform(row, latent));
        scores[latent][row] = Math.fma(draw, deviation, mean[i]);
      } else if (low[row] < high[row]) {
        double a = (low[row] - mean[i]) / deviation;
        double b = (high[row] - mean[i]) / deviation;
        double draw = Normal.truncated(a, b, stream.uniform(row, latent));
        scores[latent][row] = Math.fma(draw, deviation, mean[i]);
      }
    }
  }

  /** Remembers quantiles, because the rows of a category share theirs. */
  private static final class Quantiles {

    private static final int SIZE = 256;

    private final double[] keys = new double[SIZE];
    private final double[] values = new double[SIZE];

    Quantiles() {
      java.util.Arrays.fill(keys, Double.NaN);
    }

    double of(double p) {
      int slot = (int) (Double.doubleToRawLongBits(p) * 0x9E3779B97F4A7C15L >>> 56);
      if (keys[slot] != p) {
        keys[slot] = p;
        values[slot] = Normal.quantile(p);
      }
      return values[slot];
    }
  }

  /**
   * Standard normals from a table of quantiles, linear between its entries: within 10⁻⁵ of Φ⁻¹, far
   * inside the noise of a draw, at a fifth of its cost; most latents of a tree are unbound in most
   * rows.
   */
  private static final class UnboundDraws {

    private static final int CELLS = 8192;
    private static final int TAIL = 64;

    private final double[] table = new double[CELLS + 1];

    UnboundDraws() {
      for (int i = 1; i < CELLS; i++) {
        table[i] = Normal.quantile((double) i / CELLS);
      }
    }

    double of(double u) {
      double position = u * CELLS;
      int cell = (int) position;
      if (cell < TAIL || cell >= CELLS - TAIL) {
        return Normal.quantile(u);
      }
      return Math.fma(position - cell, table[cell + 1] - table[cell], table[cell]);
    }
  }
}
