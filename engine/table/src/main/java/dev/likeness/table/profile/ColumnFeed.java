package dev.likeness.table.profile;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.sql.Duck;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings the cells of a column of a canonical copy to a {@link ColumnScan}, by the way that costs
 * least: as distinct values with counts where cells repeat, else as long texts of many cells each,
 * because a text for every cell would cost more than all that is done with it.
 *
 * <p><b>Thread-safe:</b> one feed for each connection.
 */
final class ColumnFeed {

  private static final int HEAD = 1000;
  private static final int TOP = 20;
  private static final int LONGEST = 1000;
  private static final int LONG = 200;
  private static final int SMALL = 20_000;
  private static final int REPEATS = 8;
  private static final int CHECK_EVERY = 1 << 14;
  private static final int TEXT_ROWS = 1 << 16;
  private static final int LEAST_TEXT_ROWS = 1 << 11;
  private static final long TEXT_BYTES = 2L << 20;
  private static final long QUERY_BYTES = 8L << 20;
  private static final long LEAST_BYTES = 16;
  private static final long SPREAD = 2_654_435_761L;
  private static final long CIRCLE = 1L << 32;
  private static final byte BETWEEN = 0x1f;

  private final Duck duck;
  private final Path file;
  private final long rows;
  private final int exactRows;
  private final RunContext run;

  /**
   * Over a connection.
   *
   * @param exactRows rows up to which nothing is estimated
   */
  ColumnFeed(Duck duck, Path file, long rows, int exactRows, RunContext run) {
    this.duck = duck;
    this.file = file;
    this.rows = rows;
    this.exactRows = exactRows;
    this.run = run;
  }

  private String source() {
    return " FROM read_parquet(" + Duck.literal(file) + ", file_row_number=true)";
  }

  /** The first cells of some columns, each without its empty ones. */
  List<List<String>> heads(int from, int to) {
    String columns =
        IntStream.range(from, to)
            .mapToObj(i -> "left(c" + i + ", " + LONGEST + ")")
            .collect(Collectors.joining(", "));
    List<List<String>> heads = new ArrayList<>();
    IntStream.range(from, to).forEach(i -> heads.add(new ArrayList<>()));
    duck.query(
        "SELECT " + columns + source() + " LIMIT " + HEAD,
        cells -> {
          while (cells.next()) {
            for (int i = 0; i < heads.size(); i++) {
              String cell = cells.getString(i + 1);
              if (cell != null) {
                heads.get(i).add(cell);
              }
            }
          }
          return heads;
        });
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i).size() < Math.min(HEAD, rows) / 10) {
        heads.set(i, sparse(from + i));
      }
    }
    return heads;
  }

  /** The first cells of a column that is empty for long. */
  private List<String> sparse(int column) {
    String name = "c" + column;
    return duck.query(
        "SELECT left("
            + name
            + ", "
            + LONGEST
            + ")"
            + source()
            + " WHERE "
            + name
            + " IS NOT NULL LIMIT "
            + HEAD,
        cells -> {
          List<String> head = new ArrayList<>();
          while (cells.next()) {
            head.add(cells.getString(1));
          }
          return head;
        });
  }

  /**
   * What the file says of a column.
   *
   * @param bytes before compression
   * @param distinct different texts at most; very many where it does not say
   */
  record Stored(long bytes, long distinct) {

    /** Of a column that is not there. */
    static final Stored UNKNOWN = new Stored(0, Long.MAX_VALUE);
  }

  /** What the file says of its columns, by their names. Each group of rows counts its texts. */
  static Map<String, Stored> stored(Duck duck, Path file) {
    return duck.query(
        "SELECT path_in_schema, sum(total_uncompressed_size)::BIGINT,"
            + " CASE WHEN count(stats_distinct_count) = count(*)"
            + " THEN sum(stats_distinct_count)::BIGINT ELSE "
            + Long.MAX_VALUE
            + " END FROM parquet_metadata("
            + Duck.literal(file)
            + ") GROUP BY path_in_schema",
        columns -> {
          Map<String, Stored> stored = new HashMap<>();
          while (columns.next()) {
            stored.put(columns.getString(1), new Stored(columns.getLong(2), columns.getLong(3)));
          }
          return stored;
        });
  }

  /** All cells of a column, as its first ones advise. */
  ColumnScan scan(int column, Stored stored, List<String> head, Asked asked) {
    boolean lengthy =
        stored.bytes() > LONG * rows || head.stream().anyMatch(cell -> cell.length() > LONG);
    String name = "c" + column;
    String value = lengthy ? "left(" + name + ", " + LONGEST + ")" : name;
    if (repeats(name, stored, head)) {
      return grouped(value, name, "", exact(head, asked));
    }
    boolean keep = rows <= exactRows;
    ColumnScan scan = keep ? exact(head, asked) : summed(head, asked);
    if (keep && !scan.isTyped() && asked.tokens().isEmpty()) {
      return counted(value, name, scan);
    }
    long bytes = Math.max(stored.bytes(), LEAST_BYTES * rows);
    Optional<ColumnScan> alone = scan.alone().filter(one -> cellByCell(value, name, bytes, one));
    if (alone.isPresent()) {
      return alone.get();
    }
    if (!cellByCell(value, name, bytes, scan)) {
      return grouped(value, name, "", exact(head, asked));
    }
    if (!keep) {
      ColumnScan sample = sample(name, head, asked);
      scan.take(counts(name, sample.topTexts()));
      scan.sample(sample);
    } else if (!scan.isRead()) {
      return asked.tokens().isEmpty()
          ? counted(value, name, scan)
          : grouped(value, name, "", exact(head, asked));
    }
    return scan;
  }

  private static ColumnScan exact(List<String> head, Asked asked) {
    return new ColumnScan(head, asked, Optional.empty());
  }

  private ColumnScan summed(List<String> head, Asked asked) {
    return new ColumnScan(head, asked, Optional.of(new CellCounts(exactRows / 8)));
  }

  /** Lets the data engine count texts that hardly repeat. */
  private ColumnScan counted(String value, String name, ColumnScan scan) {
    String sql =
        "SELECT cells, different, once, characters, unnest(top, recursive := true) FROM ("
            + "SELECT coalesce(sum(n), 0)::BIGINT AS cells, count(*) AS different,"
            + " count(*) FILTER (n = 1) AS once,"
            + " coalesce(sum(length(v) * n), 0)::BIGINT AS characters,"
            + " min({less: -n, text: v}, "
            + TOP
            + ") AS top FROM (SELECT "
            + value
            + " AS v, count(*) AS n"
            + source()
            + " WHERE "
            + name
            + " IS NOT NULL GROUP BY v))";
    return duck.query(sql, all -> counted(all, scan));
  }

  private static ColumnScan counted(ResultSet all, ColumnScan scan) throws SQLException {
    List<TopValue> top = new ArrayList<>();
    long[] sums = new long[4];
    while (all.next()) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = all.getLong(i + 1);
      }
      if (all.getLong(5) < -1) {
        top.add(new TopValue(all.getString(6), -all.getLong(5)));
      }
    }
    scan.take(sums[0], sums[1], sums[2], sums[3], top);
    return scan;
  }

  private boolean repeats(String name, Stored stored, List<String> head) {
    if (rows <= Math.min(SMALL, exactRows)
        || stored.distinct() <= Math.min(rows / REPEATS, exactRows / 4)) {
      return true;
    }
    return rows <= exactRows
        ? head.stream().distinct().count() * 2 <= head.size()
        : duck.number("SELECT approx_count_distinct(" + name + ")" + source()) <= exactRows / 4;
  }

  private ColumnScan grouped(String value, String name, String condition, ColumnScan scan) {
    String sql =
        "SELECT "
            + value
            + " AS v, count(*)"
            + source()
            + " WHERE "
            + name
            + " IS NOT NULL"
            + condition
            + " GROUP BY v";
    return duck.query(
        sql,
        cells -> {
          for (int i = 0; cells.next(); i++) {
            scan.take(cells.getString(1), cells.getLong(2));
            if (i % CHECK_EVERY == 0) {
              run.cancellation().check();
            }
          }
          return scan;
        });
  }

  /**
   * False when the scan gives up or a cell holds the character that is put between cells. The data
   * engine needs several times the bytes that it joins, and gives up without saying why when it has
   * too little.
   */
  private boolean cellByCell(String value, String name, long bytes, ColumnScan scan) {
    int size = Math.clamp(TEXT_BYTES * rows / bytes, LEAST_TEXT_ROWS, TEXT_ROWS);
    long step = Math.clamp(QUERY_BYTES * rows / bytes, size, Math.max(rows, size));
    for (long from = 0; from < rows; from += step) {
      String range =
          step >= rows
              ? ""
              : " AND file_row_number >= " + from + " AND file_row_number < " + (from + step);
      if (!texts(value, name, range, size, scan)) {
        return false;
      }
    }
    return true;
  }

  private boolean texts(String value, String name, String condition, int size, ColumnScan scan) {
    String sql =
        "SELECT count(*), encode(string_agg("
            + value
            + ", chr("
            + BETWEEN
            + ")))"
            + source()
            + " WHERE "
            + name
            + " IS NOT NULL"
            + condition
            + " GROUP BY file_row_number // "
            + size;
    return duck.query(sql, texts -> texts(texts, scan));
  }

  private boolean texts(ResultSet texts, ColumnScan scan) throws SQLException {
    while (texts.next()) {
      run.cancellation().check();
      if (scan.take(texts.getBytes(2), BETWEEN) != texts.getLong(1) || scan.givesUp()) {
        return false;
      }
    }
    return true;
  }

  /** The cells of a column in a fixed sample of rows, spread evenly over the table. */
  private ColumnScan sample(String name, List<String> head, Asked asked) {
    String drawn =
        " AND (file_row_number * "
            + SPREAD
            + ") % "
            + CIRCLE
            + " < "
            + CIRCLE / rows * (exactRows / 2);
    String value = "left(" + name + ", " + LONGEST + ")";
    return grouped(value, name, drawn, exact(head, asked));
  }

  /** How often some texts occur in the whole column. */
  private List<TopValue> counts(String name, List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    String wanted = texts.stream().map(Duck::literal).collect(Collectors.joining(",", "(", ")"));
    return top(
        "SELECT "
            + name
            + ", count(*)"
            + source()
            + " WHERE "
            + name
            + " IN "
            + wanted
            + " GROUP BY 1");
  }

  private List<TopValue> top(String sql) {
    return duck.query(
        sql,
        cells -> {
          List<TopValue> counts = new ArrayList<>();
          while (cells.next()) {
            counts.add(new TopValue(cells.getString(1), cells.getLong(2)));
          }
          return counts;
        });
  }
}
