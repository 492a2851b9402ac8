package dev.likeness.synthesis;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.Schema;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows and some columns of a source.
 *
 * @param source that it reads from
 * @param rows their numbers in the source, rising
 * @param columns their positions in the source, rising
 * @param schema of the selected columns
 */
record Selection(TableSource source, int[] rows, int[] columns, Schema schema)
    implements TableSource {

  private static final int BATCH_CELLS = 2_000_000;

  /** The training rows of a source in the given columns; no columns mean all. */
  static Selection training(TableSource source, SplitSpec split, List<Integer> columns) {
    return of(source, split.trainingRows(Math.toIntExact(source.rowCount())), columns);
  }

  /** The control rows of a source in the given columns; no columns mean all. */
  static Selection control(TableSource source, SplitSpec split, List<Integer> columns) {
    return of(source, split.controlRows(Math.toIntExact(source.rowCount())), columns);
  }

  private static Selection of(TableSource source, int[] rows, List<Integer> columns) {
    int[] kept = positions(columns, source.schema().width());
    Schema schema =
        new Schema(Arrays.stream(kept).mapToObj(i -> source.schema().field(i)).toList());
    return new Selection(source, rows, kept, schema);
  }

  /** The positions that a choice of columns stands for, rising; none chosen mean all. */
  static List<Integer> positions(Schema schema, List<Integer> columns) {
    return Arrays.stream(positions(columns, schema.width())).boxed().toList();
  }

  private static int[] positions(List<Integer> columns, int width) {
    if (columns.isEmpty()) {
      return IntStream.range(0, width).toArray();
    }
    int[] kept = columns.stream().mapToInt(Integer::intValue).sorted().toArray();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] < 0 || kept[i] >= width) {
        throw new IllegalArgumentException(
            "column = " + kept[i] + ", expected in [0, " + width + ")");
      } else if (i > 0 && kept[i] == kept[i - 1]) {
        throw new IllegalArgumentException("column = " + kept[i] + ", expected once");
      }
    }
    return kept;
  }

  /** The same rows with some of the selected columns; the source reads no others. */
  @Override
  public Selection only(int... positions) {
    int[] wanted = Arrays.stream(positions).map(i -> columns[i]).toArray();
    TableSource some = source.only(wanted);
    return new Selection(some, rows, IntStream.range(0, wanted.length).toArray(), some.schema());
  }

  @Override
  public long rowCount() {
    return rows.length;
  }

  @Override
  public Table read(long from, long to) {
    int[] wanted = Arrays.copyOfRange(rows, (int) from, (int) to);
    if (wanted.length == 0) {
      return narrow(source.read(0, 0));
    }
    long first = wanted[0];
    long last = wanted[wanted.length - 1];
    Table read = narrow(source.read(first, last + 1));
    return read.select(Arrays.stream(wanted).map(row -> (int) (row - first)).toArray());
  }

  /** The selection with at most so many of its rows, each kept with the same chance. */
  Selection thinned(int most, CounterRandom random) {
    if (rows.length <= most) {
      return this;
    }
    double share = (double) most / rows.length;
    int[] kept =
        Arrays.stream(rows).filter(row -> random.uniform(row, 0) < share).limit(most).toArray();
    return new Selection(source, kept, columns, schema);
  }

  /** Read batch by batch, so that memory holds the selected rows and little more. */
  @Override
  public Table toTable() {
    if (source instanceof Table table) {
      return narrow(table).select(rows);
    }
    return gathered(new Gathered(schema, rows.length));
  }

  /** The same with what the texts say, which {@link #toTable} leaves out. */
  Table toTableWithText() {
    return source instanceof Table ? toTable() : gathered(Gathered.withText(schema, rows.length));
  }

  private Table gathered(Gathered gathered) {
    int span = Math.max(1, BATCH_CELLS / source.schema().width());
    for (int from = 0; from < rows.length; ) {
      int to = from + 1;
      while (to < rows.length && rows[to] - rows[from] < span) {
        to++;
      }
      gathered.add(read(from, to));
      from = to;
    }
    return gathered.table();
  }

  private Table narrow(Table table) {
    return new Table(schema, Arrays.stream(columns).mapToObj(table::column).toList());
  }
}
