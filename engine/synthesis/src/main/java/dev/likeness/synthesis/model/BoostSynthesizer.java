package dev.likeness.synthesis.model;

import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.WatchedRows;
import dev.likeness.synthesis.encoding.CategoryEncoding;
import dev.likeness.synthesis.encoding.QuantileEncoding;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.options.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Boosted trees, column after column: p(row) = Π p(x_j | x_1 … x_{j−1}).
 *
 * <p>A number is parted into bins of about equally many rows, frequent values into bins of their
 * own; a category into its levels; missing is a bin. A hierarchy of binary choices over the bins
 * ({@link dev.likeness.boosting.ClassTrees}) says which one a row falls into given the columns
 * before, each choice by gradient boosting; within a bin, values follow the column's quantile
 * function, which knows no value that fewer than k rows share.
 *
 * <p>How many trees are kept is decided by rows that are held out of the training rows ({@link
 * BoostCapacity}); {@code memory} moves that.
 *
 * <p>Columns come in the order of the table, those that conditions will be put on before all
 * others. Conditions are met by drawing among what is wanted ({@link ConditionedBoost}).
 *
 * <p>Nodes of more than 100,000 rows learn from every n-th of them ({@link #mostRowsOfATree}).
 *
 * <p><b>Cost:</b> a second and a half for Adult. <b>Randomness:</b> streams of the fit's seed for
 * k, for what is held out and for calibration; one uniform for each column and row when sampling.
 * <b>Reference:</b> the idea of hierarchies of boosted classifiers as a generator is XGenBoost's,
 * arXiv 2603.06904.
 */
@AutoService(Synthesizer.class)
@SuppressWarnings("rawtypes")
public final class BoostSynthesizer implements Synthesizer<BoostSynthesizer.Options> {

  private static final double ATOM_ROWS = 20;
  private static final double ATOM_SHARE = 2e-4;

  /** Half of all long tails are bound beyond their real end, half before it. */
  private static final double SELDOM = 0.5;

  /** How closely a model may follow the rows that it learns. */
  public enum Memory {
    /** Small trees, fewer than told held-out rows best: for tables that leave the house. */
    LOW,
    /** As many trees as tell held-out rows best. */
    BALANCED,
    /** Larger trees, and more than told held-out rows best: for use inside the house. */
    HIGH
  }

  /**
   * Options.
   *
   * @param memory how closely it may follow the training rows
   * @param maxCategories categories that a column keeps at most; the others become {@code *}
   */
  public record Options(
      @Option(
              value = "How closely the model may follow the training rows.",
              defaultsTo = "balanced")
          Memory memory,
      @Option(
              value = "Categories that a column keeps at most; all others become *.",
              defaultsTo = "1000",
              min = 1,
              max = 1_000_000)
          int maxCategories) {}

  /** Found by {@link java.util.ServiceLoader}. */
  public BoostSynthesizer() {}

  @Override
  public String name() {
    return "boost";
  }

  @Override
  public String summary() {
    return "Each column from all before it by boosted trees: the closest likeness, in seconds.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public OptionalInt mostRowsOfATree() {
    return OptionalInt.of(BoostTarget.MOST_ROWS);
  }

  @Override
  public FittedSynthesizer fit(TableSource source, Options options, FitContext context) {
    Table table = source.toTable();
    RunContext run = context.run();
    run.progress().at("fit", 0);
    CounterRandom random = CounterRandom.of(context.seed());
    List<Column> values = TableEncoding.modelled(table);
    List<Field> fields = TableModel.modelled(table.schema());
    BoostCapacity capacity = BoostCapacity.of(options.memory());
    List<BinnedColumn> columns =
        Parallel.map(
            values.size(),
            run,
            i -> {
              int k = TableEncoding.k(context.place(i), random);
              return binned(fields.get(i), values.get(i), options.maxCategories(), k);
            });
    int[] order = order(table.schema(), context.conditioned());
    BoostRows rows =
        values.isEmpty()
            ? new BoostRows(new int[0], List.of(), List.of(), List.of())
            : new BoostFit(
                    order,
                    Arrays.stream(order).mapToObj(columns::get).toList(),
                    Arrays.stream(order).mapToObj(values::get).toList(),
                    WatchedRows.of(context.seed(), table.rows()),
                    capacity,
                    random.derive("boost"),
                    run)
                .fit(done -> run.progress().at("fit", 0.95 * done));
    run.progress().at("fit", 1);
    return new LikelihoodTable(
        TableModel.of(
            table,
            TableModel.provenance(
                name(), context.seed(), table.rows(), Synthesizers.toJson(options)),
            rows),
        rows);
  }

  /** Modelled columns, those with conditions first: what is wanted of them then costs nothing. */
  private static int[] order(Schema schema, Set<Integer> conditioned) {
    List<Integer> leading = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    int modelled = 0;
    for (int position = 0; position < schema.width(); position++) {
      if (schema.field(position).isModelled()) {
        (conditioned.contains(position) ? leading : others).add(modelled++);
      }
    }
    return Stream.concat(leading.stream(), others.stream()).mapToInt(i -> i).toArray();
  }

  private static BinnedColumn binned(Field field, Column column, int maxCategories, int k) {
    if (column instanceof CategoricalColumn categories) {
      return BinnedCategories.of(CategoryEncoding.fit(categories, maxCategories, k));
    }
    int decimals = field.format() instanceof NumberFormat format ? format.decimals() : 0;
    double atom = Math.max(ATOM_ROWS, ATOM_SHARE * column.size());
    QuantileEncoding encoding = QuantileEncoding.fit(column, decimals, k, atom, SELDOM);
    return BinnedNumbers.of(encoding, column, BoostCapacity.bins(column.size()), ATOM_ROWS);
  }

  @Override
  public FittedSynthesizer load(ModelFile file) {
    List<Field> fields = TableModel.modelled(TableModel.schema(file));
    BoostRows rows = BoostRows.load(file, fields);
    return new LikelihoodTable(TableModel.load(file, name(), rows), rows);
  }
}
