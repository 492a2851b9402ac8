package dev.likeness.table.io;

import dev.likeness.table.sql.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns a {@link CleanCopy} into a Parquet file. */
final class PlainStore {

  private static final long GROUP_BYTES = 24L << 20;
  private static final long LARGEST_GROUP = 122_880;
  private static final long VECTOR = 2048;

  private PlainStore() {}

  /** Stores the copy that was written to {@code plain}. */
  static void store(CleanCopy copy, Path plain, ReadTask task) throws IOException {
    task.run().cancellation().check();
    task.run().progress().at("store", 0);
    try (Duck duck =
        Duck.open(task.run().threads(), copy.width(), task.scratch().resolve("spill"))) {
      duck.execute(sql(copy, plain, task));
      long stored =
          duck.number("SELECT count(*) FROM read_parquet(" + Duck.literal(task.target()) + ")");
      if (stored != copy.rows()) {
        throw new IOException("rows stored = " + stored + ", expected " + copy.rows());
      }
    }
  }

  private static String sql(CleanCopy copy, Path plain, ReadTask task) throws IOException {
    String columns =
        IntStream.range(0, copy.width())
            .mapToObj(i -> "'c" + i + "':'VARCHAR'")
            .collect(Collectors.joining(","));
    int line = task.limits().maxRecordBytes() * 2 + copy.width() + 64;
    return "COPY (SELECT * FROM read_csv("
        + Duck.literal(plain)
        + ", auto_detect=false, header=false, delim=',', quote='\"', escape='\"', nullstr='',"
        + " comment='', new_line='\\n',"
        + " max_line_size="
        + longest(copy, line)
        + ", parallel="
        + !copy.embeddedLineEnds()
        + ", columns={"
        + columns
        + "})) TO "
        + Duck.literal(task.target())
        + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
        + groupRows(copy.rows(), Files.size(plain), copy.width())
        + ")";
  }

  /** No more than the longest record needs, because the engine's buffers grow with it. */
  private static long longest(CleanCopy copy, long most) {
    return Math.min(most, Math.max(2 << 20, copy.longestLine() + 64L));
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
