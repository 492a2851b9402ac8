package dev.likeness.synthesis.model;

import dev.likeness.numerics.Correlations;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import java.util.function.DoubleConsumer;

/**
 * The correlation of a Gaussian copula of mixed columns by the extended rank likelihood (Hoff 2007).
 *
 * <p>What a row shows of latent j is an interval (l, u) of its normal score z: a point for a number
 * among many, a wide interval for a category. A sweep goes through the latents and draws each from its
 * normal conditional on the others, truncated to the row's own interval:
 *
 * <p>z_j | z_−j ~ N(−Σ_k≠j Ω_jk z_k / Ω_jj, 1 / Ω_jj) on (l, u), with Ω = R⁻¹.
 *
 * <p>After each sweep R is taken anew as the posterior mean under an inverse-Wishart prior with d + 2
 * degrees of freedom and scale I, (ZᵀZ + (d + 2) I) / (n + d + 2), scaled to a unit diagonal: positive
 * definite by construction, also with more columns than rows. The result is the mean over the later
 * half of the sweeps.
 *
 * <p>Unlike the paper, intervals come from the marginals and are not moved by other rows, so that rows
 * are independent given R and can be drawn in parallel; and R is its posterior mean, not a draw.
 *
 * <p><b>Shapes:</b> intervals and scores (latents, rows). <b>Missing:</b> the interval is the whole
 * line. <b>Cost:</b> sweeps · (rows · d² + d³) fused multiply-adds and sweeps · rows · d draws.
 * <b>Randomness:</b> one uniform for each sweep, row and latent.
 *
 * <p>Reference: P. D. Hoff, Extending the rank likelihood for semiparametric copula estimation, Annals
 * of Applied Statistics 1 (2007), 265–283.
 */
final class RankLikelihood {

  private static final int BLOCK_ROWS = 512;

  /** Narrower intervals of probability are points. */
  private static final double POINT = 1e-4;

  private final int latents;
  private final int rows;
  private final double[][] lower;
  private final double[][] upper;
  private final double[][] scores;
  private final boolean[] fixed; // latents whose every interval is a point
  private final CounterRandom random;
  private final RunContext run;

  /**
   * Takes intervals of probability, which it turns into scores in place.
   *
   * @param lower (latents, rows)
   * @param upper (latents, rows)
   */
  RankLikelihood(double[][] lower, double[][] upper, CounterRandom random, RunContext run) {
    this.latents = lower.length;
    this.rows = latents == 0 ? 0 : lower[0].length;
    this.lower = lower;
    this.upper = upper;
    this.scores = new double[latents][rows];
    this.fixed = new boolean[latents];
    this.random = random;
    this.run = run;
    Parallel.forEach(latents, run, this::toScores);
  }

  private void toScores(int latent) {
    double edge = 0.5 / Math.max(1, rows);
    double[] low = lower[latent];
    double[] high = upper[latent];
    boolean points = true;
    for (int row = 0; row < rows; row++) {
      double middle = Math.clamp(0.5 * (low[row] + high[row]), edge, 1 - edge);
      scores[latent][row] = Normal.quantile(middle);
      if (high[row] - low[row] < POINT) {
        low[row] = scores[latent][row];
        high[row] = scores[latent][row];
      } else {
        low[row] = Normal.quantile(low[row]);
        high[row] = Normal.quantile(high[row]);
        points = false;
      }
    }
    fixed[latent] = points;
  }

  /** The correlation after so many sweeps. */
  double[][] correlation(int sweeps, DoubleConsumer progress) {
    double[][] correlation = estimate();
    double[][] mean = new double[latents][latents];
    for (int sweep = 0; sweep < sweeps; sweep++) {
      sweep(correlation, random.derive(sweep));
      correlation = estimate();
      if (sweep >= sweeps / 2) {
        add(correlation, mean);
      }
      progress.accept((sweep + 1.0) / sweeps);
    }
    return Correlations.normalised(mean);
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
      if (low[row] < high[row]) {
        double a = (low[row] - mean[i]) / deviation;
        double b = (high[row] - mean[i]) / deviation;
        double draw = Normal.truncated(a, b, stream.uniform(row, latent));
        scores[latent][row] = Math.fma(draw, deviation, mean[i]);
      }
    }
  }
}
