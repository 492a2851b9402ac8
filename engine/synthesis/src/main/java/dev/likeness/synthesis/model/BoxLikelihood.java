package dev.likeness.synthesis.model;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Elementary;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Column;
import java.util.List;

/**
 * How likely rows are under a Gaussian copula of mixed columns.
 *
 * <p>A row stands for a box of normal scores, l &lt; z &lt; u with z = L e: a category is a wide
 * side of it, a rounded number a narrow one. The latents are drawn one after another, each within
 * its side given those before it, and the product of how likely each side was is an unbiased
 * estimate of the box's probability:
 *
 * <pre>
 *   P(l &lt; z &lt; u) = E Π_j [Φ((u_j − μ_j) / L_jj) − Φ((l_j − μ_j) / L_jj)],  μ_j = Σ_i&lt;j L_ji e_i
 * </pre>
 *
 * <p>The mean of {@value #MOST_DRAWS} such products is taken, of fewer where latents are many; its
 * log is biased downwards by half its relative variance. Numbers that are not rounded count as a
 * density over that of their own column.
 *
 * <p><b>Shapes:</b> ends (latents, rows). <b>Units:</b> nats. <b>Cost:</b> rows · draws · latents²
 * / 2 fused multiply-adds. <b>Randomness:</b> a stream of its own, the same for every call, by row,
 * draw and latent. <b>Thread-safe:</b> yes.
 *
 * <p>Reference: A. Genz, Numerical computation of multivariate normal probabilities, Journal of
 * Computational and Graphical Statistics 1 (1992), 141–149.
 */
final class BoxLikelihood {

  private static final int MOST_DRAWS = 64;
  private static final int FEWEST_DRAWS = 4;
  private static final double ROW_WORK = 1e6;
  private static final int BLOCK_ROWS = 32;
  private static final double FARTHEST = 9;

  private final TableEncoding encoding;
  private final double[][] factor;
  private final boolean[] points;
  private final int draws;
  private final CounterRandom random = CounterRandom.of(0).derive("likelihood");

  BoxLikelihood(TableEncoding encoding, double[][] factor) {
    this.encoding = encoding;
    this.factor = factor;
    this.points = encoding.points();
    double square = Math.max(1, (double) factor.length * factor.length);
    this.draws = (int) Math.clamp(ROW_WORK / square, FEWEST_DRAWS, MOST_DRAWS);
  }

  /** The log likelihood of each row of modelled columns. */
  double[] of(List<Column> values, int rows, RunContext run) {
    double[][] lower = new double[factor.length][rows];
    double[][] upper = new double[factor.length][rows];
    encoding.stretches(values, lower, upper, run);
    double[] logs = new double[rows];
    Parallel.forEach(
        Parallel.blocks(rows, BLOCK_ROWS),
        run,
        block -> {
          int to = Math.min(rows, (block + 1) * BLOCK_ROWS);
          for (int row = block * BLOCK_ROWS; row < to; row++) {
            logs[row] = box(scores(lower, row), scores(upper, row), row);
          }
        });
    return logs;
  }

  private static double[] scores(double[][] ends, int row) {
    double[] scores = new double[ends.length];
    for (int latent = 0; latent < scores.length; latent++) {
      scores[latent] = Normal.quantile(ends[latent][row]);
    }
    return scores;
  }

  /** The log of the mean product. */
  private double box(double[] lower, double[] upper, int row) {
    double[] logs = new double[draws];
    double largest = Double.NEGATIVE_INFINITY;
    for (int draw = 0; draw < draws; draw++) {
      logs[draw] = product(lower, upper, row, draw);
      largest = Math.max(largest, logs[draw]);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (double log : logs) {
      sum += Elementary.exp(log - largest);
    }
    return largest + Elementary.log(sum / draws);
  }

  private double product(double[] lower, double[] upper, int row, int draw) {
    double[] normals = new double[factor.length]; // e
    double log = 0;
    for (int latent = 0; latent < normals.length && log > Double.NEGATIVE_INFINITY; latent++) {
      double mean = Kernels.dot(factor[latent], 0, normals, 0, latent);
      double deviation = factor[latent][latent];
      if (points[latent] && lower[latent] == upper[latent]) {
        double score = Math.clamp(lower[latent], -FARTHEST, FARTHEST);
        double here = (score - mean) / deviation;
        log += 0.5 * (score * score - here * here) - Elementary.log(deviation);
        normals[latent] = here;
      } else {
        double from = (lower[latent] - mean) / deviation;
        double to = (upper[latent] - mean) / deviation;
        double u = random.uniform(row, draw * normals.length + latent);
        log += Elementary.log(mass(from, to));
        normals[latent] = Normal.truncated(from, to, u);
      }
    }
    return log;
  }

  /** Φ(to) − Φ(from), accurate in both tails; never below 0. */
  private static double mass(double from, double to) {
    double mass =
        from > 0 ? Normal.cdf(-from) - Normal.cdf(-to) : Normal.cdf(to) - Normal.cdf(from);
    return Math.max(0, mass);
  }
}
