package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.likeness.numerics.Correlations;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Option;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import java.util.List;
import java.util.Map;

/**
 * Empirical columns joined by a Gaussian copula: x_j = F_j⁻¹(Φ(z_j)) with z ~ N(0, R).
 *
 * <p>Columns are encoded with atoms and k-protection ({@link TableEncoding}), categories are put into
 * the order of a correspondence analysis ({@link CorrespondenceOrder}), and R is learnt by the extended
 * rank likelihood ({@link RankLikelihood}), which loses nothing to ties. Missing numbers have a latent
 * of their own, so that what is missing together stays missing together.
 *
 * <p>Distributions are learnt from all rows; order and R from a seeded sample of at most {@value
 * #MAX_ROWS} rows, fewer in tables of hundreds of columns, where sweeps are fewer too: the work is
 * bounded by rows · d² + d³.
 *
 * <p><b>Cost:</b> a second for a hundred thousand rows of fifteen columns. <b>Randomness:</b> streams of
 * the fit's seed; one uniform for each latent and row when sampling.
 */
@AutoService(Synthesizer.class)
@SuppressWarnings("rawtypes")
public final class GaussianCopulaSynthesizer
    implements Synthesizer<GaussianCopulaSynthesizer.Options> {

  private static final int MAX_ROWS = 50_000;
  private static final int FEWEST_ROWS = 2_000;
  private static final double ROW_WORK = 4e9;
  private static final double ALL_WORK = 1.5e10;
  private static final int FEWEST_SWEEPS = 4;

  /**
   * Options.
   *
   * @param sweeps of the Gibbs sampler that learns the correlation
   * @param maxCategories categories that a column keeps at most; the others become {@code *}
   */
  public record Options(
      @Option(
              value = "Sweeps of the sampler that learns how columns hang together.",
              defaultsTo = "12",
              min = 1,
              max = 200)
          int sweeps,
      @Option(
              value = "Categories that a column keeps at most; all others become *.",
              defaultsTo = "1000",
              min = 1,
              max = 1_000_000)
          int maxCategories) {}

  /** Found by {@link java.util.ServiceLoader}. */
  public GaussianCopulaSynthesizer() {}

  @Override
  public String name() {
    return "gaussian-copula";
  }

  @Override
  public String summary() {
    return "Distributions and pairwise dependence of all columns, in about a second.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public FittedSynthesizer fit(TableSource source, Options options, FitContext context) {
    Table table = source.toTable();
    RunContext run = context.run();
    run.progress().at("fit", 0);
    CounterRandom random = CounterRandom.of(context.seed());
    TableEncoding plain = TableEncoding.fit(table, options.maxCategories(), random, run);
    run.progress().at("fit", 0.1);
    Table sample = sample(table, plain.latents(), random.derive("rows"));
    TableEncoding encoding =
        CorrespondenceOrder.apply(plain, sample, random.derive("order"), run);
    run.progress().at("fit", 0.2);
    double[][] correlation = correlation(encoding, sample, options, random, run);
    run.progress().at("fit", 1);
    return TableModel.of(
        table,
        TableModel.provenance(
            name(), context.seed(), table.rows(), Synthesizers.toJson(options)),
        new Rows(encoding, Correlations.factor(correlation, run.cancellation())));
  }

  /** All rows, or as many as the work allows, each as likely as any other. */
  private static Table sample(Table table, int latents, CounterRandom random) {
    int affordable = (int) Math.max(FEWEST_ROWS, ROW_WORK / ((double) latents * latents));
    int wanted = Math.min(MAX_ROWS, affordable);
    if (table.rows() <= wanted) {
      return table;
    }
    int[] chosen = new int[wanted];
    int have = 0;
    for (int row = 0; have < wanted; row++) {
      if (random.uniform(row, 0) * (table.rows() - row) < wanted - have) {
        chosen[have++] = row;
      }
    }
    return table.select(chosen);
  }

  private static double[][] correlation(
      TableEncoding encoding, Table sample, Options options, CounterRandom random, RunContext run) {
    int latents = encoding.latents();
    double[][] lower = new double[latents][sample.rows()];
    double[][] upper = new double[latents][sample.rows()];
    encoding.intervals(sample, lower, upper, run);
    double d = latents;
    double work = sample.rows() * d * d + d * d * d;
    int affordable = (int) Math.max(FEWEST_SWEEPS, ALL_WORK / Math.max(1, work));
    return new RankLikelihood(lower, upper, random.derive("sweeps"), run)
        .correlation(
            Math.min(options.sweeps(), affordable),
            done -> run.progress().at("fit", 0.2 + 0.79 * done));
  }

  @Override
  public FittedSynthesizer load(ModelFile file) {
    TableEncoding encoding =
        TableEncoding.load(file, TableModel.modelled(TableModel.schema(file)));
    return TableModel.load(file, name(), new Rows(encoding, unpack(file, encoding.latents())));
  }

  private static double[][] unpack(ModelFile file, int latents) {
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
    return factor;
  }

  /**
   * Latents z = L e with independent normal e.
   *
   * @param encoding of the columns
   * @param factor L, the Cholesky factor of the correlation
   */
  private record Rows(TableEncoding encoding, double[][] factor) implements RowGenerator {

    private static final double LOWEST = 0x1p-60;
    private static final double HIGHEST = 1 - 0x1p-53;

    @Override
    public List<Column> generate(long from, int rows, CounterRandom random) {
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
      return encoding.decode(uniforms);
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
  }
}
