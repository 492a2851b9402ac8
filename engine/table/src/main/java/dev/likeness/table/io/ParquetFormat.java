package dev.likeness.table.io;

import com.google.auto.service.AutoService;
import dev.likeness.table.sql.Duck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parquet files of flat columns. Values become the text that the data engine writes for them:
 * numbers in their shortest form, dates and times by ISO 8601, moments in UTC; bytes that are UTF-8
 * become text. Columns of lists or records are refused.
 *
 * <p>A file of a few bytes may claim any number of equal rows: beyond 20 million cells there may be
 * 100 for each byte of the file.
 */
@AutoService(TableFormat.class)
public final class ParquetFormat implements TableFormat {

  private static final long FREE_CELLS = 20_000_000;
  private static final long CELLS_FOR_EACH_BYTE = 100;

  /** For the service loader. */
  public ParquetFormat() {}

  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public boolean recognises(byte[] head) {
    return Signatures.parquet(head);
  }

  @Override
  public Reading read(ReadTask task) throws IOException {
    task.run().cancellation().check();
    task.run().progress().at("store", 0);
    try (Duck duck =
        Duck.open(
            task.run().threads(), task.limits().maxColumns(), task.scratch().resolve("spill"))) {
      return read(duck, task);
    } catch (UncheckedIOException e) {
      throw UnreadableTableException.damaged(
          "Parquet file", "by the data engine; it is damaged, or a cell is too long");
    }
  }

  private Reading read(Duck duck, ReadTask task) throws IOException {
    String source = "read_parquet(" + Duck.literal(task.file()) + ")";
    List<String> types = types(duck, source, task.limits());
    refuseNested(types);
    refuseBomb(duck, types.size(), task);
    WarningLog log = new WarningLog();
    List<String> names = ColumnNames.of(names(duck, types.size(), task), types.size(), log);
    duck.execute(copy(source, types, task));
    long rows =
        duck.number("SELECT count(*) FROM read_parquet(" + Duck.literal(task.target()) + ")");
    if (rows == 0) {
      log.add(WarningLog.Kind.HEADER_ONLY, 1);
    }
    return new Reading(
        Dialect.standard(), names, rows, log.warnings(), Origin.of(name()), task.options());
  }

  private static List<String> types(Duck duck, String source, ReadLimits limits) {
    return duck.query(
        "SELECT column_type FROM (DESCRIBE SELECT * FROM " + source + ")",
        rows -> {
          List<String> types = new ArrayList<>();
          while (rows.next()) {
            types.add(rows.getString(1));
            if (types.size() > limits.maxColumns()) {
              throw UnreadableTableException.tooManyColumns(limits.maxColumns());
            }
          }
          return types;
        });
  }

  private static void refuseNested(List<String> types) {
    List<Integer> nested =
        IntStream.range(0, types.size())
            .filter(i -> types.get(i).matches("(STRUCT|MAP|UNION|VARIANT)\\b.*|.*\\]"))
            .mapToObj(i -> i + 1)
            .toList();
    if (!nested.isEmpty()) {
      throw UnreadableTableException.nestedColumns(nested);
    }
  }

  private static void refuseBomb(Duck duck, int width, ReadTask task) throws IOException {
    long rows =
        duck.number(
            "SELECT num_rows FROM parquet_file_metadata(" + Duck.literal(task.file()) + ")");
    double cells = Math.min(rows, task.mostRows()) * (double) width;
    if (rows < 0
        || cells > FREE_CELLS && cells > (double) CELLS_FOR_EACH_BYTE * Files.size(task.file())) {
      throw UnreadableTableException.bomb(CELLS_FOR_EACH_BYTE);
    }
  }

  private static List<String> names(Duck duck, int width, ReadTask task) {
    List<String> names =
        duck.query(
            "SELECT name FROM parquet_schema(" + Duck.literal(task.file()) + ") OFFSET 1",
            rows -> {
              List<String> found = new ArrayList<>();
              while (rows.next() && found.size() < width) {
                found.add(rows.getString(1));
              }
              return found;
            });
    long bytes = names.stream().mapToLong(n -> n.getBytes(StandardCharsets.UTF_8).length).sum();
    if (bytes > task.limits().maxHeaderBytes()) {
      throw UnreadableTableException.tooLarge(
          "header", task.limits().maxHeaderBytes(), "bytes", "");
    }
    return names;
  }

  private static String copy(String source, List<String> types, ReadTask task) throws IOException {
    int width = types.size();
    String aliases =
        IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String texts =
        IntStream.range(0, width)
            .mapToObj(i -> text("c" + i, types.get(i), task.limits()) + " AS c" + i)
            .collect(Collectors.joining(","));
    String first = task.mostRows() == Long.MAX_VALUE ? "" : " LIMIT " + task.mostRows();
    return "COPY (SELECT "
        + texts
        + " FROM "
        + source
        + " AS t("
        + aliases
        + ")"
        + first
        + ") TO "
        + Duck.literal(task.target())
        + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE "
        + PlainStore.groupRows(1, 64L * width, width)
        + ")";
  }

  private static String text(String column, String type, ReadLimits limits) {
    String text =
        switch (type) {
          case "VARCHAR" -> column;
          case "BLOB" -> "coalesce(TRY(decode(" + column + ")), CAST(" + column + " AS VARCHAR))";
          case "TIMESTAMP WITH TIME ZONE" -> "CAST(" + column + " AT TIME ZONE 'UTC' AS VARCHAR)";
          default -> "CAST(" + column + " AS VARCHAR)";
        };
    boolean bounded = !type.equals("VARCHAR") && !type.equals("BLOB");
    return bounded
        ? "nullif(" + text + ", '')"
        : "CASE WHEN strlen("
            + column
            + (type.equals("BLOB") ? "::VARCHAR" : "")
            + ") > "
            + limits.maxFieldBytes()
            + " THEN error('long') ELSE nullif("
            + text
            + ", '') END";
  }
}
