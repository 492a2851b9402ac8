package dev.likeness.table.stats;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Field;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.profile.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Measures how all columns of a table hang together, two by two.
 *
 * <p>Columns that models may look at take part, the first 300 of them: identifiers and text do not.
 * Pearson's correlation is that of two numbers or moments, Spearman's that of any two columns with
 * an order, Cramér's V (with Bergsma's correction) that of two columns of categories, the
 * correlation ratio η that of categories and a number. Mutual information is that of any two; for
 * it numbers fall into at most 16 bins of about equally many rows.
 *
 * <p><b>Strength</b> is the largest of what applies: |r|, |ρ|, V, η corrected as {@code ε²} is, and
 * for two numbers Linfoot's √(1 − e^(−2I)) of their mutual information I less what chance makes, so
 * that a parabola counts as well.
 *
 * <p><b>Sample:</b> up to 100,000 rows all are used, above one row of each of 100,000 equal
 * stretches of the table; of more than 32 columns fewer (as many as keep rows times pairs the same,
 * at least 5,000). <b>Missing:</b> pairwise complete: a row counts for a pair where both values are
 * there. <b>Randomness:</b> which row of a stretch, by the seed. <b>Cost:</b> the sample in memory,
 * some passes over it for each pair; the same result for any number of threads. Stage of progress:
 * {@code "associations"}. <b>Thread-safe:</b> yes.
 *
 * <p>Reference: Linfoot, E. H. (1957). An informational measure of correlation. Information and
 * Control 1(1), 85–89.
 */
public final class Associations {

  /** Rows that are looked at of a table of not too many columns. */
  public static final int SAMPLE = 100_000;

  private static final int MOST_COLUMNS = 300;
  private static final int FULL_COLUMNS = 32;
  private static final int LEAST_SAMPLE = 5_000;

  private final List<String> names;
  private final List<Associated> columns;
  private final RunContext run;

  private Associations(List<String> names, List<Associated> columns, RunContext run) {
    this.names = names;
    this.columns = columns;
    this.run = run;
  }

  /**
   * The associations of a canonical copy.
   *
   * @param profile of that copy
   * @param seed of the sample
   */
  public static AssociationMatrix of(
      Path canonicalParquet, TableProfile profile, long seed, RunContext run) {
    int[] positions =
        IntStream.range(0, profile.schema().width())
            .filter(i -> profile.schema().field(i).isModelled())
            .limit(MOST_COLUMNS)
            .toArray();
    if (positions.length == 0) {
      return new Associations(List.of(), List.of(), run).matrix(profile.rows(), profile.rows());
    }
    List<Field> fields = IntStream.of(positions).mapToObj(profile.schema()::field).toList();
    run.progress().at("associations", 0);
    try (CanonicalTable table =
        CanonicalTable.open(canonicalParquet, new Schema(fields), positions)) {
      long[] rows = rows(table.rowCount(), sampleOf(positions.length), seed);
      run.cancellation().check();
      return of(table.read(rows), table.rowCount(), run);
    }
  }

  /** The associations of all columns of a table in memory, all rows. */
  public static AssociationMatrix of(Table table, RunContext run) {
    return of(table, table.rows(), run);
  }

  private static AssociationMatrix of(Table sample, long rows, RunContext run) {
    List<String> names = sample.schema().fields().stream().map(Field::name).toList();
    List<Associated> columns =
        Parallel.map(
            names.size(), run, i -> Associated.of(sample.schema().field(i), sample.column(i)));
    return new Associations(names, columns, run).matrix(rows, sample.rows());
  }

  private static int sampleOf(int columns) {
    double share = pairs(FULL_COLUMNS) / (double) pairs(columns);
    return (int) Math.clamp(SAMPLE * Math.min(1, share), LEAST_SAMPLE, SAMPLE);
  }

  private static int pairs(int columns) {
    return columns * (columns + 1) / 2;
  }

  /** One row of each stretch, or all rows. */
  static long[] rows(long rows, int most, long seed) {
    int count = (int) Math.min(rows, most);
    CounterRandom random = CounterRandom.of(seed).derive("associations");
    long[] chosen = new long[count];
    for (int i = 0; i < count; i++) {
      long from = rows * i / count;
      long to = rows * (i + 1) / count;
      chosen[i] = from + random.below(to - from, i, 0);
    }
    return chosen;
  }

  private AssociationMatrix matrix(long rows, long sampled) {
    int width = columns.size();
    int pairs = pairs(width);
    PairMeasures[][] found = new PairMeasures[width][width];
    AtomicInteger done = new AtomicInteger();
    Parallel.forEach(
        pairs,
        run,
        pair -> {
          int i = (int) ((Math.sqrt(8.0 * pair + 1) - 1) / 2);
          i += pairs(i + 1) <= pair ? 1 : pairs(i) > pair ? -1 : 0;
          int j = pair - pairs(i);
          found[i][j] = PairMeasures.of(columns.get(j), columns.get(i));
          run.progress().at("associations", (double) done.incrementAndGet() / pairs);
        });
    run.progress().at("associations", 1);
    return new AssociationMatrix(
        names,
        rows,
        sampled < rows ? OptionalLong.of(sampled) : OptionalLong.empty(),
        new AssociationMatrix.Measures(
            symmetric(found, PairMeasures::pearson),
            symmetric(found, PairMeasures::spearman),
            symmetric(found, PairMeasures::cramersV),
            symmetric(found, PairMeasures::correlationRatio),
            symmetric(found, PairMeasures::information)),
        symmetric(found, PairMeasures::strength));
  }

  @FunctionalInterface
  private interface Figure {
    OptionalDouble of(PairMeasures pair);
  }

  private static List<List<OptionalDouble>> symmetric(PairMeasures[][] pairs, Figure figure) {
    List<List<OptionalDouble>> matrix = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      OptionalDouble[] row = new OptionalDouble[pairs.length];
      for (int j = 0; j < pairs.length; j++) {
        row[j] = figure.of(pairs[Math.max(i, j)][Math.min(i, j)]);
      }
      matrix.add(Arrays.asList(row));
    }
    return matrix;
  }
}
