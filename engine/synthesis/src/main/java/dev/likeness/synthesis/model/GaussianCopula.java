package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.condition.Restriction;
import java.util.List;
import java.util.Map;

/**
 * Latents Φ(z) with z = L e and independent normal e, decoded into columns.
 *
 * <p><b>Cost:</b> d²/2 fused multiply-adds and 2 d normal functions for each row.
 * <b>Randomness:</b> one uniform for each row and latent. <b>Thread-safe:</b> immutable.
 *
 * @param encoding of the columns
 * @param factor L, the Cholesky factor of the correlation (latents, latents)
 */
record GaussianCopula(TableEncoding encoding, double[][] factor) implements LikelihoodRows {

  private static final double LOWEST = 0x1p-60;
  private static final double HIGHEST = 1 - 0x1p-53;
  private static final int BLOCK_ROWS = 1024;

  @Override
  public List<Column> generate(long from, int rows, CounterRandom random) {
    return encoding.decode(uniforms(from, rows, random));
  }

  @Override
  public double[] logLikelihood(List<Column> values, int rows, RunContext run) {
    return new BoxLikelihood(encoding, factor).of(values, rows, run);
  }

  @Override
  public RowGenerator given(Restriction restriction, RunContext run) {
    return ConditionedCopula.of(this, restriction, run);
  }

  private double[][] uniforms(long from, int rows, CounterRandom random) {
    int latents = factor.length;
    double[][] normals = new double[latents][rows];
    for (int latent = 0; latent < latents; latent++) {
      for (int row = 0; row < rows; row++) {
        normals[latent][row] = Normal.quantile(random.uniform(from + row, latent));
      }
    }
    double[][] uniforms = new double[latents][rows];
    for (int latent = 0; latent < latents; latent++) {
      double[] scores = uniforms[latent];
      for (int other = 0; other <= latent; other++) {
        Kernels.axpy(factor[latent][other], normals[other], 0, scores, 0, rows);
      }
      for (int row = 0; row < rows; row++) {
        scores[row] = Math.clamp(Normal.cdf(scores[row]), LOWEST, HIGHEST);
      }
    }
    return uniforms;
  }

  /**
   * The same copula with cuts between categories where so many rows of it have the right shares.
   */
  GaussianCopula calibrated(int rows, CounterRandom random, RunContext run) {
    if (encoding.latents() == encoding.columns().size()) {
      return this;
    }
    double[][] all = new double[factor.length][rows];
    Parallel.forEach(
        Parallel.blocks(rows, BLOCK_ROWS),
        run,
        block -> {
          int from = block * BLOCK_ROWS;
          double[][] made = uniforms(from, Math.min(BLOCK_ROWS, rows - from), random);
          for (int latent = 0; latent < made.length; latent++) {
            System.arraycopy(made[latent], 0, all[latent], from, made[latent].length);
          }
        });
    return new GaussianCopula(encoding.calibrated(all, run), factor);
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors) {
    encoding.save(header, tensors);
    int latents = factor.length;
    double[] packed = new double[latents * (latents + 1) / 2];
    for (int i = 0; i < latents; i++) {
      System.arraycopy(factor[i], 0, packed, i * (i + 1) / 2, i + 1);
    }
    tensors.put("factor", packed);
  }

  /** Reads what {@link #save} wrote. */
  static GaussianCopula load(ModelFile file, List<Field> fields) {
    TableEncoding encoding = TableEncoding.load(file, fields);
    int latents = encoding.latents();
    double[] packed = file.doubles("factor", Math.multiplyExact(latents, latents + 1) / 2);
    double[][] factor = new double[latents][latents];
    int next = 0;
    for (int i = 0; i < latents; i++) {
      for (int j = 0; j <= i; j++) {
        if (!(Math.abs(packed[next]) <= 1)) {
          throw new CorruptModelException("a factor of a correlation lies outside [-1, 1]");
        }
        factor[i][j] = packed[next++];
      }
    }
    return new GaussianCopula(encoding, factor);
  }
}
