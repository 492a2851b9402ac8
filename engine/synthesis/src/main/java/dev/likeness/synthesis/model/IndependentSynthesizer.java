package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
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
    TableEncoding encoding =
        TableEncoding.fit(
            table, options.maxCategories(), CounterRandom.of(context.seed()), context.run());
    context.run().progress().at("fit", 1);
    return TableModel.of(
        table,
        TableModel.provenance(name(), context.seed(), table.rows(), Synthesizers.toJson(options)),
        new Rows(encoding));
  }

  @Override
  public FittedSynthesizer load(ModelFile file) {
    List<Field> fields = TableModel.modelled(TableModel.schema(file));
    return TableModel.load(file, name(), new Rows(TableEncoding.load(file, fields)));
  }

  /** Latents without any dependence. */
  private record Rows(TableEncoding encoding) implements RowGenerator {

    @Override
    public List<Column> generate(long from, int rows, CounterRandom random) {
      double[][] uniforms = new double[encoding.latents()][rows];
      for (int latent = 0; latent < uniforms.length; latent++) {
        for (int row = 0; row < rows; row++) {
          uniforms[latent][row] = random.uniform(from + row, latent);
        }
      }
      return encoding.decode(uniforms);
    }

    @Override
    public void save(ObjectNode header, Map<String, Object> tensors) {
      encoding.save(header, tensors);
    }
  }
}
