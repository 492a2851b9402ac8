package dev.likeness.privacy.detect;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.sql.Duck;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The cells of a seeded sample of rows: all rows of a small table, one row of each of 5,000 equal
 * blocks of a large one, fewer where the table is wide.
 *
 * <p><b>Randomness:</b> the same table gives the same rows. <b>Cost:</b> one scan.
 *
 * @param rows that were looked at
 * @param cells of the sampled rows, by column and row; empty where missing
 */
record ColumnSamples(int rows, List<List<Optional<String>>> cells) {

  /** Rows looked at, at most. */
  static final int MOST_ROWS = 5000;

  private static final int MOST_CELLS = 400_000;
  private static final int FEWEST_ROWS = 500;
  private static final int LONGEST = 400;
  private static final int COLUMNS_AT_ONCE = 128;
  private static final long SEED = 20_260;

  /** All columns of a few rows. */
  static ColumnSamples read(Path parquet, int columns, long rows, RunContext run) {
    List<Integer> all = IntStream.range(0, columns).boxed().toList();
    return read(parquet, all, rows, wanted(columns), run);
  }

  /** Rows that are looked at in a table of so many columns. */
  static int wanted(int columns) {
    return Math.clamp(MOST_CELLS / Math.max(1, columns), FEWEST_ROWS, MOST_ROWS);
  }

  /** Some columns, by position, of so many rows at most. */
  static ColumnSamples read(
      Path parquet, List<Integer> columns, long rows, int wanted, RunContext run) {
    List<List<Optional<String>>> cells = new ArrayList<>();
    Path spill = parquet.toAbsolutePath().resolveSibling(parquet.getFileName() + ".sampling");
    Optional<long[]> chosen = chosen(rows, wanted);
    try (Duck duck = Duck.open(run.threads(), Math.min(columns.size(), COLUMNS_AT_ONCE), spill)) {
      for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
        run.cancellation().check();
        int to = Math.min(columns.size(), from + COLUMNS_AT_ONCE);
        cells.addAll(read(duck, parquet, columns.subList(from, to), chosen));
      }
    }
    return new ColumnSamples((int) Math.min(rows, wanted), cells);
  }

  /** One row number of each block; all where there are no more rows than wanted. */
  private static Optional<long[]> chosen(long rows, int wanted) {
    if (rows <= wanted) {
      return Optional.empty();
    }
    CounterRandom random = CounterRandom.of(SEED).derive("detect");
    return Optional.of(
        LongStream.range(0, wanted)
            .map(
                block -> {
                  long begin = block * rows / wanted;
                  long end = (block + 1) * rows / wanted;
                  return begin + random.below(end - begin, block, 0);
                })
            .toArray());
  }

  private static List<List<Optional<String>>> read(
      Duck duck, Path parquet, List<Integer> columns, Optional<long[]> rows) {
    String names =
        columns.stream()
            .map(i -> "left(c" + i + ", " + LONGEST + ")")
            .collect(Collectors.joining(", "));
    String file = "read_parquet(" + Duck.literal(parquet) + ", file_row_number = true)";
    String where =
        rows.map(
                chosen ->
                    " WHERE file_row_number IN ("
                        + LongStream.of(chosen)
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(","))
                        + ")")
            .orElse("");
    String sql = "SELECT " + names + " FROM " + file + where + " ORDER BY file_row_number";
    return duck.query(sql, result -> collect(result, columns.size()));
  }

  private static List<List<Optional<String>>> collect(ResultSet result, int width)
      throws SQLException {
    List<List<Optional<String>>> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(new ArrayList<>());
    }
    while (result.next()) {
      for (int i = 0; i < width; i++) {
        columns.get(i).add(Optional.ofNullable(result.getString(i + 1)));
      }
    }
    return columns;
  }

  /** The cells of a column that are not empty. */
  List<String> present(int column) {
    return cells.get(column).stream().flatMap(Optional::stream).toList();
  }
}
