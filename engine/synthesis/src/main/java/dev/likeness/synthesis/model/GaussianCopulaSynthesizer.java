package dev.likeness.synthesis.model;

import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.options.Option;

/**
 * Empirical columns joined by a Gaussian copula: x_j = F_j⁻¹(Φ(z_j)) with z ~ N(0, R).
 *
 * <p>Columns are encoded with atoms and k-protection ({@link TableEncoding}), categories are put
 * into the order of a correspondence analysis ({@link CorrespondenceOrder}) that is improved and
 * split into a few latents ({@link CategoryTrees}), and R is learnt by the extended rank likelihood
 * ({@link RankLikelihood}), which loses nothing to ties. Missing numbers have a latent of their
 * own, so that what is missing together stays missing together.
 *
 * <p>Distributions are learnt from all rows; order and R from a seeded sample of at most 20,000
 * rows, fewer in tables of hundreds of columns, where sweeps are fewer too: the work is bounded by
 * rows · d² + d³.
 *
 * <p><b>Cost:</b> a second for a hundred thousand rows of fifteen columns. <b>Randomness:</b>
 * streams of the fit's seed; one uniform for each latent and row when sampling.
 */
@AutoService(Synthesizer.class)
@SuppressWarnings("rawtypes")
public final class GaussianCopulaSynthesizer
    implements Synthesizer<GaussianCopulaSynthesizer.Options> {

  private static final int MAX_ROWS = 20_000;
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
    TableEncoding plain = TableEncoding.fit(table, options.maxCategories(), context);
    run.progress().at("fit", 0.1);
    Table sample = sample(table, plain.latents(), random.derive("rows"));
    TableEncoding ordered = CorrespondenceOrder.apply(plain, sample, random.derive("order"), run);
    TableEncoding encoding = CategoryTrees.apply(ordered, sample, run);
    run.progress().at("fit", 0.2);
    GaussianCopula copula =
        new RankLikelihood(encoding, sample, random.derive("sweeps"), run)
            .fit(
                sweeps(encoding.latents(), sample.rows(), options),
                done -> run.progress().at("fit", 0.2 + 0.79 * done));
    run.progress().at("fit", 1);
    return new LikelihoodTable(
        TableModel.of(
            table,
            TableModel.provenance(
                name(), context.seed(), table.rows(), Synthesizers.toJson(options)),
            copula),
        copula);
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

  private static int sweeps(int latents, int rows, Options options) {
    double d = latents;
    double work = rows * d * d + d * d * d;
    int affordable = (int) Math.max(FEWEST_SWEEPS, ALL_WORK / Math.max(1, work));
    return Math.min(options.sweeps(), affordable);
  }

  @Override
  public FittedSynthesizer load(ModelFile file) {
    GaussianCopula copula = GaussianCopula.load(file, TableModel.modelled(TableModel.schema(file)));
    return new LikelihoodTable(TableModel.load(file, name(), copula), copula);
  }
}
