package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Elementary;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.encoding.Region;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.condition.Restriction;
import dev.likeness.table.options.Option;
import java.util.List;
import java.util.Map;

/**
 * Each column on its own, from its empirical distribution: p(row) = Π p(column).
 *
 * <p>Keeps every column's shape and nothing between columns: the floor that every other model has
 * to beat, and the safe end of the scale.
 *
 * <p><b>Cost:</b> one sort of each number column. <b>Randomness:</b> the draw of k at fit; one
 * uniform for each latent and row when sampling.
 */
@AutoService(Synthesizer.class)
@SuppressWarnings("rawtypes")
public final class IndependentSynthesizer implements Synthesizer<IndependentSynthesizer.Options> {

  /**
   * Options.
   *
   * @param maxCategories categories that a column keeps at most; the others become {@code *}
   */
  public record Options(
      @Option(
              value = "Categories that a column keeps at most; all others become *.",
              defaultsTo = "1000",
              min = 1,
              max = 1_000_000)
          int maxCategories) {}

  /** Found by {@link java.util.ServiceLoader}. */
  public IndependentSynthesizer() {}

  @Override
  public String name() {
    return "independent";
  }

  @Override
  public String summary() {
    return "Each column on its own: keeps distributions, loses every relation between columns.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public FittedSynthesizer fit(TableSource source, Options options, FitContext context) {
    Table table = source.toTable();
    context.run().progress().at("fit", 0);
    TableEncoding encoding = TableEncoding.fit(table, options.maxCategories(), context);
    context.run().progress().at("fit", 1);
    Rows rows = new Rows(encoding, List.of());
    return new LikelihoodTable(
        TableModel.of(
            table,
            TableModel.provenance(
                name(), context.seed(), table.rows(), Synthesizers.toJson(options)),
            rows),
        rows);
  }

  @Override
  public FittedSynthesizer load(ModelFile file) {
    List<Field> fields = TableModel.modelled(TableModel.schema(file));
    Rows rows = new Rows(TableEncoding.load(file, fields), List.of());
    return new LikelihoodTable(TableModel.load(file, name(), rows), rows);
  }

  /**
   * Latents without any dependence, some of them in regions.
   *
   * @param encoding of the columns
   * @param regions of those columns that have a condition
   */
  private record Rows(TableEncoding encoding, List<Region> regions) implements LikelihoodRows {

    @Override
    public double[] logLikelihood(List<Column> values, int rows, RunContext run) {
      double[][] lower = new double[encoding.latents()][rows];
      double[][] upper = new double[encoding.latents()][rows];
      encoding.stretches(values, lower, upper, run);
      boolean[] points = encoding.points();
      double[] sums = new double[rows];
      for (int latent = 0; latent < points.length; latent++) {
        for (int row = 0; row < rows; row++) {
          double width = Math.max(0, upper[latent][row] - lower[latent][row]);
          sums[row] += points[latent] && width == 0 ? 0 : Elementary.log(width);
        }
      }
      return sums;
    }

    @Override
    public List<Column> generate(long from, int rows, CounterRandom random) {
      double[][] uniforms = new double[encoding.latents()][rows];
      for (int latent = 0; latent < uniforms.length; latent++) {
        for (int row = 0; row < rows; row++) {
          uniforms[latent][row] = random.uniform(from + row, latent);
        }
      }
      for (Region region : regions) {
        for (int row = 0; row < rows; row++) {
          settle(region, uniforms, row);
        }
      }
      return encoding.decode(uniforms);
    }

    /** Moves the latents of a row into a region, evenly over it. */
    private static void settle(Region region, double[][] uniforms, int row) {
      double rest = uniforms[region.latent()][row] * region.mass();
      Region.Piece chosen = region.pieces().get(0);
      for (Region.Piece piece : region.pieces()) {
        chosen = piece;
        double mass = piece.mass();
        if (rest < mass) {
          break;
        }
        rest -= mass;
      }
      double inside = Math.clamp(rest / chosen.mass(), 0, 1);
      double width = chosen.upper() - chosen.lower();
      double settled = Math.min(chosen.upper(), Math.fma(inside, width, chosen.lower()));
      uniforms[region.latent()][row] = Math.clamp(settled, 0x1p-60, 1 - 0x1p-53);
      chosen.inside().ifPresent(further -> settle(further, uniforms, row));
    }

    @Override
    public RowGenerator given(Restriction restriction, RunContext run) {
      return regions.isEmpty()
          ? new Rows(encoding, encoding.regions(restriction))
          : LikelihoodRows.super.given(restriction, run);
    }

    @Override
    public void save(ObjectNode header, Map<String, Object> tensors) {
      encoding.save(header, tensors);
    }
  }
}
