package dev.likeness.evaluator.service;

import dev.likeness.numerics.Cancellation;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Some rows of a source, read in one pass with memory for the chosen rows only.
 *
 * <p>Where more rows qualify than may be taken, which ones are is random and depends on the seed
 * and the rows' numbers only: a row is taken when its uniform number is small enough, and of those
 * the first {@code most} are. As uniform numbers do not know the order of the file, neither does
 * the choice, up to the few rows by which a binomial count misses its mean.
 */
final class RowSample {

  private static final int BATCH = 1 << 16;
  private static final double MARGIN = 0.99;

  private final TableSource source;
  private final Cancellation cancellation;

  private RowSample(TableSource source, Cancellation cancellation) {
    this.source = source;
    this.cancellation = cancellation;
  }

  /** Rows of a source. */
  static RowSample of(TableSource source, Cancellation cancellation) {
    return new RowSample(source, cancellation);
  }

  /** At most {@code most} of the rows that qualify, in their order. */
  Table take(LongPredicate qualifies, int most, CounterRandom random) {
    long rows = source.rowCount();
    long qualified = LongStream.range(0, rows).filter(qualifies).count();
    double share = qualified <= most ? 1 : MARGIN * most / qualified;
    LongPredicate drawn = row -> share == 1 || random.uniform(row, 0) < share;
    return read(LongStream.range(0, rows).filter(qualifies).filter(drawn).limit(most).toArray());
  }

  /** The rows with these numbers, rising, batch by batch. */
  private Table read(long[] chosen) {
    List<Table> parts = new ArrayList<>();
    for (int next = 0; next < chosen.length; ) {
      cancellation.check();
      long from = chosen[next];
      int end = endOfBatch(chosen, next);
      int[] wanted = Arrays.stream(chosen, next, end).mapToInt(row -> (int) (row - from)).toArray();
      parts.add(source.read(from, chosen[end - 1] + 1).select(wanted));
      next = end;
    }
    return parts.isEmpty() ? source.read(0, 0) : joined(source.schema(), parts);
  }

  /** The end of the longest run of chosen rows that lies within one batch. */
  private static int endOfBatch(long[] chosen, int start) {
    int end = start;
    while (end < chosen.length && chosen[end] < chosen[start] + BATCH) {
      end++;
    }
    return end;
  }

  private static Table joined(Schema schema, List<Table> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < schema.width(); i++) {
      int index = i;
      columns.add(joined(parts.stream().map(part -> part.column(index)).toList()));
    }
    return new Table(schema, columns);
  }

  private static Column joined(List<Column> parts) {
    return switch (parts.getFirst()) {
      case NumericColumn c ->
          new NumericColumn(
              parts.stream()
                  .flatMapToDouble(p -> Arrays.stream(((NumericColumn) p).values()))
                  .toArray());
      case CategoricalColumn c ->
          new CategoricalColumn(
              parts.stream()
                  .flatMapToInt(p -> Arrays.stream(((CategoricalColumn) p).codes()))
                  .toArray(),
              c.dictionary());
      case TemporalColumn c ->
          new TemporalColumn(
              parts.stream()
                  .flatMapToLong(p -> Arrays.stream(((TemporalColumn) p).values()))
                  .toArray());
      case TextColumn c -> {
        List<Optional<String>> values = new ArrayList<>();
        parts.forEach(p -> values.addAll(((TextColumn) p).values()));
        yield new TextColumn(values);
      }
    };
  }
}
