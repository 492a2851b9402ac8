package dev.likeness.table.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds out whether every line of a file is a row as it stands, so that no {@link CleanCopy} is
 * needed: UTF-8, no quotes, lines that end in LF, the same number of fields in each, a value in
 * each, and no second header.
 *
 * <p>It says no where it is not sure; the careful way then decides, warns and mends. <b>Cost:</b>
 * one pass, eight bytes at a time, some tenths of a nanosecond a byte. <b>Thread-safe:</b> no; one
 * use.
 */
final class Straight {

  private static final int CHUNK = 1 << 16;
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long LINE_FEEDS = ONES * '\n';
  private static final long RETURNS = ONES * '\r';
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What would make the name of a file one of many files. */
  private static final Pattern PATTERN = Pattern.compile("[*?\\[\\]{}]");

  private final ReadTask task;
  private final Dialect dialect;
  private final int width;
  private final int longest;
  private final long delimiters;
  private final long quotes;
  private byte[] buffer = new byte[CHUNK + Long.BYTES];
  private int begin;
  private int limit;
  private byte[] header = {};
  private long lines;
  private int longestLine;

  /**
   * A file whose lines are all rows.
   *
   * @param header its first line, if that names the columns
   * @param rows lines behind the header
   * @param longestLine bytes of the longest one
   */
  record Lines(byte[] header, long rows, int longestLine) {}

  private Straight(ReadTask task, Dialect dialect, int width) {
    this.task = task;
    this.dialect = dialect;
    this.width = width;
    ReadLimits limits = task.limits();
    this.longest = Math.min(limits.maxFieldBytes(), limits.maxRecordBytes());
    this.delimiters = ONES * dialect.delimiter();
    this.quotes = dialect.quote() == 0 ? RETURNS : ONES * dialect.quote();
  }

  /** The lines of a file, if all of them are rows of a number of fields. */
  static Optional<Lines> lines(ReadTask task, DetectedCharset charset, Dialect dialect, int width)
      throws IOException {
    boolean simple =
        charset.clean()
            && charset.markBytes() == 0
            && !dialect.padded()
            && dialect.skippedLines() == 0
            && dialect.delimiter() < 128
            && dialect.quote() < 128
            && width > 1
            && width <= task.limits().maxColumns()
            && task.mostRows() == Long.MAX_VALUE
            && !PATTERN.matcher(task.file().toAbsolutePath().toString()).find();
    return simple ? new Straight(task, dialect, width).lines() : Optional.empty();
  }

  private Optional<Lines> lines() throws IOException {
    try (InputStream in = Files.newInputStream(task.file())) {
      while (fill(in)) {
        if (!wholeLines()) {
          return Optional.empty();
        }
        task.run().cancellation().check();
      }
    }
    boolean complete = begin == limit || line(begin, limit);
    long rows = lines - (dialect.header() ? 1 : 0);
    return complete && rows > 0 && header.length <= task.limits().maxHeaderBytes()
        ? Optional.of(new Lines(header, rows, longestLine))
        : Optional.empty();
  }

  /** Moves the line that is not complete to the front and reads on behind it. */
  private boolean fill(InputStream in) throws IOException {
    System.arraycopy(buffer, begin, buffer, 0, limit - begin);
    limit -= begin;
    begin = 0;
    int room = buffer.length - Long.BYTES;
    if (limit == room) {
      room *= 2;
      buffer = Arrays.copyOf(buffer, room + Long.BYTES);
    }
    int read = in.read(buffer, limit, room - limit);
    limit += Math.max(0, read);
    return read > 0;
  }

  private boolean wholeLines() {
    int fields = 1;
    for (int at = begin; at < limit; at += Long.BYTES) {
      long eight = eight(at);
      if (places(eight, quotes) != 0 || places(eight, RETURNS) != 0) {
        return false;
      }
      long between = places(eight, delimiters);
      for (long ends = places(eight, LINE_FEEDS); ends != 0; ends &= ends - 1) {
        long before = Long.lowestOneBit(ends) - 1;
        int end = at + Long.numberOfTrailingZeros(ends) / Byte.SIZE;
        if (fields + Long.bitCount(between & before) != width || !row(begin, end)) {
          return false;
        }
        begin = end + 1;
        between &= ~before;
        fields = 1;
      }
      fields += Long.bitCount(between);
    }
    return limit - begin <= longest;
  }

  /** Eight bytes, the first one lowest; NUL behind the last one. */
  private long eight(int at) {
    long eight = (long) LONGS.get(buffer, at);
    int beyond = Math.max(0, at + Long.BYTES - limit);
    return eight & -1L >>> beyond * Byte.SIZE;
  }

  /** The highest bit of each byte that is equal to that of a pattern. */
  private static long places(long eight, long pattern) {
    long differing = eight ^ pattern;
    return ~((differing & ~HIGH) + ~HIGH | differing) & HIGH;
  }

  /** Whether what stands behind the last line end is a row too. */
  private boolean line(int from, int to) {
    int fields = 1;
    for (int at = from; at < to; at++) {
      fields += buffer[at] == dialect.delimiter() ? 1 : 0;
    }
    return fields == width && row(from, to);
  }

  /** Takes a line; false where it is too long, has no value, is drawn or repeats the header. */
  private boolean row(int from, int to) {
    int length = to - from;
    longestLine = Math.max(longestLine, length);
    if (lines++ == 0 && dialect.header()) {
      header = Arrays.copyOfRange(buffer, from, to);
      return length <= longest;
    }
    return length <= longest
        && length >= width
        && !drawn(from, to)
        && !(length == header.length && Arrays.equals(buffer, from, to, header, 0, length));
  }

  /** Whether a line has nothing but the marks that rulers are drawn with. */
  private boolean drawn(int from, int to) {
    for (int at = from; at < to; at++) {
      if (buffer[at] != dialect.delimiter() && "-=+|: ".indexOf(buffer[at]) < 0) {
        return false;
      }
    }
    return true;
  }
}
