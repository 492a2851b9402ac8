package dev.likeness.table.io;

import java.io.IOException;
import java.io.InputStream;
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
 * one pass, about a nanosecond a byte. <b>Thread-safe:</b> no; one use.
 */
final class Straight {

  private static final int CHUNK = 1 << 16;

  /** What would make the name of a file one of many files. */
  private static final Pattern PATTERN = Pattern.compile("[*?\\[\\]{}]");

  private final ReadTask task;
  private final Dialect dialect;
  private final int width;
  private final int longest;
  private final boolean[] stops = new boolean[256];
  private byte[] buffer = new byte[CHUNK];
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
    stops[dialect.delimiter()] = true;
    stops[dialect.quote()] = true;
    stops['\n'] = true;
    stops['\r'] = true;
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
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * limit);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, read);
    return read > 0;
  }

  private boolean wholeLines() {
    int fields = 1;
    for (int at = begin; at < limit; at++) {
      byte b = buffer[at];
      if (stops[b & 0xFF]) {
        if (b == '\n') {
          if (fields != width || !row(begin, at)) {
            return false;
          }
          begin = at + 1;
          fields = 1;
        } else if (b == dialect.delimiter()) {
          fields++;
        } else {
          return false;
        }
      }
    }
    return limit - begin <= longest;
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
