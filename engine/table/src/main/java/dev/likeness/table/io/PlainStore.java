package dev.likeness.table.io;

import dev.likeness.table.sql.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns plain rows, most often those of a {@link CleanCopy}, into a Parquet file. */
final class PlainStore {

  private static final long GROUP_BYTES = 24L << 20;
  private static final long LARGEST_GROUP = 122_880;
  private static final long VECTOR = 2048;

  private PlainStore() {}

  /**
   * Rows that the engine can read as they lie: lines that end in LF, each with as many fields.
   *
   * @param file with nothing else but a header, if there is one
   * @param quoted whether fields may stand in double quotes
   * @param width fields in each row
   * @param longestLine bytes of the longest one
   * @param embeddedLineEnds whether a field may hold the end of a line
   */
  record Plain(
      Path file,
      char delimiter,
      boolean quoted,
      boolean header,
      int width,
      long rows,
      int longestLine,
      boolean embeddedLineEnds) {}

  /** Stores rows as Parquet. */
  static void store(Plain plain, ReadTask task) throws IOException {
    task.run().cancellation().check();
    task.run().progress().at("store", 0);
    try (Duck duck =
        Duck.open(task.run().threads(), plain.width(), task.scratch().resolve("spill"))) {
      duck.execute(sql(plain, task));
      long stored =
          duck.number("SELECT count(*) FROM read_parquet(" + Duck.literal(task.target()) + ")");
      if (stored != plain.rows()) {
        throw new IOException("rows stored = " + stored + ", expected " + plain.rows());
      }
    }
  }

  private static String sql(Plain plain, ReadTask task) throws IOException {
    String columns =
        IntStream.range(0, plain.width())
            .mapToObj(i -> "'c" + i + "':'VARCHAR'")
            .collect(Collectors.joining(","));
    int line = task.limits().maxRecordBytes() * 2 + plain.width() + 64;
    String quote = plain.quoted() ? "\"" : "";
    return "COPY (SELECT * FROM read_csv("
        + Duck.literal(plain.file())
        + ", auto_detect=false, header="
        + plain.header()
        + ", delim="
        + Duck.literal(String.valueOf(plain.delimiter()))
        + ", quote="
        + Duck.literal(quote)
        + ", escape="
        + Duck.literal(quote)
        + ", compression='none', hive_partitioning=false, nullstr='', comment='', new_line='\\n',"
        + " max_line_size="
        + longest(plain, line)
        + ", parallel="
        + !plain.embeddedLineEnds()
        + ", columns={"
        + columns
        + "})) TO "
        + Duck.literal(task.target())
        + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE "
        + groupRows(plain.rows(), Files.size(plain.file()), plain.width())
        + ")";
  }

  /** No more than the longest record needs, because the engine's buffers grow with it. */
  private static long longest(Plain plain, long most) {
    return Math.min(most, Math.max(2 << 20, plain.longestLine() + 64L));
  }

  /** Row groups are built in memory: few rows in each where rows are long. */
  static long groupRows(long rows, long bytes, int width) {
    if (rows == 0) {
      return LARGEST_GROUP;
    }
    long rowBytes = Math.max(1, bytes / rows + width * 16L);
    long fitting = Math.min(LARGEST_GROUP, GROUP_BYTES / rowBytes);
    return Math.max(VECTOR, fitting / VECTOR * VECTOR);
  }
}
