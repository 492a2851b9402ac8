package dev.likeness.table.io;

import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.format.OrdinalScale;
import dev.likeness.table.sql.Duck;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The canonical copy of a file, read as typed columns, rows in the order of the file.
 *
 * <p>The dictionary of a categorical column holds all its values in the whole file, the most
 * frequent first, equally frequent ones by their text; along its scale where the field is ordinal.
 * It is read when the column is first wanted and kept.
 *
 * <p><b>Missing:</b> an empty cell; in numeric and temporal columns every text that is no number or
 * date of the column's format. <b>Cost:</b> a range costs memory for itself only.
 * <b>Thread-safe:</b> yes.
 */
public final class CanonicalTable implements TableSource, AutoCloseable {

  private static final int SQL_DICTIONARY = 16_384;
  private static final int SQL_CHARACTERS = 1 << 20;
  private static final int THREADS = 2;
  private static final int AT_ONCE = 128;
  private static final int WIDEST = 4096;
  private static final String NUMBERED = ", file_row_number=true";

  private final Path file;
  private final Schema schema;
  private final int[] positions;
  private final Duck duck;
  private final long rows;
  private final Map<Integer, Dictionary> dictionaries;

  private CanonicalTable(Path file, Schema schema, int[] positions) {
    this.file = file;
    this.schema = schema;
    this.positions = positions;
    this.duck = Duck.open(THREADS, spill(file));
    this.rows = duck.number("SELECT count(*) FROM " + source(file, ""));
    this.dictionaries = new ConcurrentHashMap<>();
  }

  private CanonicalTable(CanonicalTable whole, int[] chosen) {
    this.file = whole.file;
    this.schema = new Schema(Arrays.stream(chosen).mapToObj(whole.schema::field).toList());
    this.positions = Arrays.stream(chosen).map(i -> whole.positions[i]).toArray();
    this.duck = whole.duck;
    this.rows = whole.rows;
    this.dictionaries = whole.dictionaries;
  }

  private static Path spill(Path file) {
    return file.toAbsolutePath().resolveSibling(file.getFileName() + ".spill");
  }

  private static String source(Path file, String options) {
    return "read_parquet(" + Duck.literal(file) + options + ")";
  }

  /** Opens a copy; field {@code i} of the schema reads column {@code i} of the file. */
  public static CanonicalTable open(Path canonicalParquet, Schema schema) {
    return open(canonicalParquet, schema, IntStream.range(0, schema.width()).toArray());
  }

  /** Opens some columns of a copy: field {@code i} reads column {@code positions[i]}, from 0. */
  public static CanonicalTable open(Path canonicalParquet, Schema schema, int[] positions) {
    if (positions.length != schema.width()) {
      throw new IllegalArgumentException(
          "positions = " + positions.length + ", expected " + schema.width());
    }
    return new CanonicalTable(canonicalParquet, schema, positions.clone());
  }

  /** The first rows of a copy as text; empty where the cell is empty. */
  public static List<List<Optional<String>>> preview(Path canonicalParquet, int rows) {
    try (Duck duck = Duck.open(1, WIDEST, spill(canonicalParquet))) {
      return duck.query(
          "SELECT * FROM " + source(canonicalParquet, "") + " LIMIT " + rows,
          CanonicalTable::texts);
    }
  }

  private static List<List<Optional<String>>> texts(ResultSet cells) throws SQLException {
    int width = cells.getMetaData().getColumnCount();
    List<List<Optional<String>>> rows = new ArrayList<>();
    while (cells.next()) {
      List<Optional<String>> row = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        row.add(Optional.ofNullable(cells.getString(i)));
      }
      rows.add(List.copyOf(row));
    }
    return List.copyOf(rows);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public long rowCount() {
    return rows;
  }

  /** Reads these columns only; closing either closes both. */
  @Override
  public CanonicalTable only(int... chosen) {
    return new CanonicalTable(this, chosen);
  }

  @Override
  public Table read(long from, long to) {
    if (from < 0 || to < from || to > rows || to - from > Integer.MAX_VALUE - 8) {
      throw new IndexOutOfBoundsException(
          "from = " + from + ", to = " + to + ", expected within 0 to " + rows);
    }
    int count = (int) (to - from);
    Cells[] cells = cells(i -> cells(i, count));
    if (count == 0) {
      return table(cells);
    }
    boolean all = from == 0 && to == rows;
    String which = all ? "" : " WHERE file_row_number >= " + from + " AND file_row_number < " + to;
    try (Duck connection = duck.fork()) {
      return read(connection, cells, count, source(file, all ? "" : NUMBERED) + which);
    }
  }

  /**
   * Some rows, in the order of the file.
   *
   * @param chosen numbers of rows from 0, ascending, none twice
   * @throws IndexOutOfBoundsException when one does not lie within the rows
   */
  public Table read(long[] chosen) {
    return read(chosen, cells(i -> cells(i, chosen.length)));
  }

  /**
   * As {@link #read(long[])}, but dictionaries have only what occurs in these rows, in the order in
   * which it comes: they cost no pass over their columns.
   */
  public Table sample(long[] chosen) {
    return read(chosen, cells(i -> gathered(i, chosen.length)));
  }

  private Table read(long[] chosen, Cells[] cells) {
    long before = -1;
    for (long row : chosen) {
      if (row <= before || row >= rows) {
        throw new IndexOutOfBoundsException(
            "row = " + row + ", expected above " + before + " and below " + rows);
      }
      before = row;
    }
    if (chosen.length == 0) {
      return table(cells);
    }
    try (Duck connection = duck.fork()) {
      connection.numbers("chosen", chosen);
      String which = " WHERE file_row_number IN (SELECT n FROM chosen) ORDER BY file_row_number";
      return read(connection, cells, chosen.length, source(file, NUMBERED) + which);
    }
  }

  private Table read(Duck connection, Cells[] cells, int count, String from) {
    for (int first = 0; first < cells.length; first += AT_ONCE) {
      Cells[] some = Arrays.copyOfRange(cells, first, Math.min(cells.length, first + AT_ONCE));
      String what = Arrays.stream(some).map(Cells::expression).collect(Collectors.joining(", "));
      connection.query("SELECT " + what + " FROM " + from, result -> fill(result, some, count));
    }
    return table(cells);
  }

  private Table table(Cells[] cells) {
    return new Table(schema, Arrays.stream(cells).map(Cells::column).toList());
  }

  private Cells[] cells(IntFunction<Cells> ofColumn) {
    return IntStream.range(0, schema.width()).mapToObj(ofColumn).toArray(Cells[]::new);
  }

  private static int fill(ResultSet result, Cells[] cells, int count) throws SQLException {
    int row = 0;
    for (; row < count && result.next(); row++) {
      for (int i = 0; i < cells.length; i++) {
        cells[i].read(result, i + 1, row);
      }
    }
    if (row != count) {
      throw new SQLException("Range Error: rows are missing");
    }
    return row;
  }

  @Override
  public void close() {
    duck.close();
  }

  private Cells cells(int index, int count) {
    Field field = schema.field(index);
    return field.type() == StorageType.CATEGORICAL
        ? dictionary(index).cells(cell(index), count)
        : Cells.of(cell(index), field, count);
  }

  private Cells gathered(int index, int count) {
    Field field = schema.field(index);
    return field.type() == StorageType.CATEGORICAL
        ? Cells.gathered(cell(index), count)
        : Cells.of(cell(index), field, count);
  }

  /**
   * The values of a column.
   *
   * @param codeOf the code of each, where a query that names all of them would be too long
   */
  private record Dictionary(List<String> values, Optional<Map<String, Integer>> codeOf) {

    static Dictionary of(List<String> values) {
      boolean fits =
          !values.isEmpty()
              && values.size() <= SQL_DICTIONARY
              && values.stream().mapToLong(String::length).sum() <= SQL_CHARACTERS;
      return new Dictionary(values, fits ? Optional.empty() : Optional.of(codes(values)));
    }

    Cells cells(String name, int count) {
      return codeOf
          .map(known -> Cells.coded(name, values, known, count))
          .orElseGet(() -> Cells.listed(name, values, count));
    }

    private static Map<String, Integer> codes(List<String> values) {
      Map<String, Integer> codes = HashMap.newHashMap(values.size());
      for (int i = 0; i < values.size(); i++) {
        codes.put(values.get(i), i);
      }
      return codes;
    }
  }

  private Dictionary dictionary(int index) {
    return dictionaries.computeIfAbsent(
        positions[index], position -> Dictionary.of(readDictionary(index)));
  }

  /** A column's cells, without those that its format calls missing. */
  private String cell(int index) {
    String name = "c" + positions[index];
    List<String> tokens = schema.field(index).format().missingTokens();
    return tokens.isEmpty()
        ? name
        : "CASE WHEN "
            + name
            + " IN "
            + Cells.literals(tokens)
            + " THEN NULL ELSE "
            + name
            + " END";
  }

  private List<String> readDictionary(int index) {
    String sql =
        "SELECT "
            + cell(index)
            + " AS v, count(*) AS n FROM "
            + source(file, "")
            + " WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v";
    List<String> values;
    try (Duck connection = duck.fork()) {
      values = connection.query(sql, CanonicalTable::firstColumn);
    }
    return schema.field(index).measure() == Measure.ORDINAL
        ? OrdinalScale.of(values).map(scale -> scale.sorted(values)).orElse(values)
        : values;
  }

  private static List<String> firstColumn(ResultSet result) throws SQLException {
    List<String> values = new ArrayList<>();
    while (result.next()) {
      values.add(result.getString(1));
    }
    return List.copyOf(values);
  }
}
