package dev.likeness.table.io;

import dev.likeness.table.io.WarningLog.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Writes the records of a file as a CSV without oddities: UTF-8, comma, double quotes, LF, no
 * header, the same number of fields in every row; and counts what it had to mend.
 *
 * <p><b>Thread-safe:</b> no; one use.
 */
final class CleanCopy {

  private static final int CHECK_EVERY = 1 << 12;
  private static final byte SUBSTITUTE = 0x1A;
  private static final double SAME_NAMES = 0.7;

  private final Shape shape;
  private final ReadTask task;
  private final WarningLog log = new WarningLog();

  private List<String> names = List.of();
  private byte[][] header = new byte[0][];
  private int width;
  private long rows;
  private long emptyRows;
  private boolean ended;
  private boolean comments;
  private int longestLine;
  private boolean embeddedLineEnds;

  /**
   * What is known of the records beforehand.
   *
   * @param header whether the first record behind the skipped ones names the columns
   * @param skipped records above the table
   * @param width number of fields that most records have
   * @param rowNames whether the header lacks the name of the first column
   * @param exact whether every row is kept as it is, and none is left out
   */
  record Shape(boolean header, int skipped, int width, boolean rowNames, boolean exact) {}

  /** Reads the current record anew if it is ragged or its quotes are odd. */
  @FunctionalInterface
  interface Mender {

    /** The fields that it was meant to have. */
    Optional<List<String>> mend() throws IOException;
  }

  CleanCopy(Shape shape, ReadTask task) {
    this.shape = shape;
    this.task = task;
  }

  /** Writes the copy of all records. */
  void write(RecordSource source, Mender mender, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      skip(source);
      CleanLines lines = begin(source, mender, out);
      rows(source, mender, lines);
      lines.flush();
      embeddedLineEnds = lines.embeddedLineEnds();
    }
    if (rows == 0) {
      log.add(Kind.HEADER_ONLY, 1);
    }
  }

  private void skip(RecordSource source) throws IOException {
    int skipped = 0;
    while (skipped < shape.skipped() && source.next()) {
      skipped += source.blank() ? 0 : 1;
      comments |= !source.blank() && comment(source);
    }
    if (skipped > 0) {
      log.add(Kind.SKIPPED_LINES, skipped);
    }
  }

  /** Reads the first record that is not blank and settles names and width. */
  private CleanLines begin(RecordSource source, Mender mender, OutputStream out)
      throws IOException {
    boolean found = source.next();
    while (found && source.blank()) {
      found = source.next();
    }
    if (!found) {
      throw UnreadableTableException.emptyFile();
    }
    if (mend(source, mender)) {
      log.add(Kind.MENDED_HEADER, 1);
    }
    limits(source);
    width = Math.max(shape.width(), source.fields());
    CleanLines lines = new CleanLines(out, width);
    if (shape.header()) {
      List<String> texts = new ArrayList<>(source.texts());
      if (shape.rowNames() && texts.size() < width) {
        texts.addFirst("");
      }
      names = ColumnNames.of(texts, width, log);
      header = texts.stream().map(n -> n.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    } else {
      names = ColumnNames.ofPositions(width);
      log.add(Kind.NO_HEADER, 1);
      row(source, () -> Optional.empty(), lines);
    }
    return lines;
  }

  private boolean mend(RecordSource source, Mender mender) throws IOException {
    if (shape.exact()) {
      return false;
    }
    Optional<List<String>> mended = mender.mend();
    mended.ifPresent(source::replace);
    return mended.isPresent();
  }

  private void limits(RecordSource source) {
    ReadLimits limits = task.limits();
    if (source.fields() > limits.maxColumns()) {
      throw UnreadableTableException.tooManyColumns(limits.maxColumns());
    }
    if (shape.header() && source.length() > limits.maxHeaderBytes()) {
      throw UnreadableTableException.tooLarge("header", limits.maxHeaderBytes(), "bytes", "");
    }
  }

  private void rows(RecordSource source, Mender mender, CleanLines lines) throws IOException {
    double size = Math.max(1, Files.size(task.file()));
    while (rows + emptyRows < task.mostRows() && !ended && source.next()) {
      if (source.blank() && width > 1) {
        log.addRow(Kind.BLANK_LINES, rows + emptyRows + 1);
      } else if (shape.exact() || belongs(source)) {
        row(source, mender, lines);
      }
      if (source.records() % CHECK_EVERY == 0) {
        task.run().cancellation().check();
        task.run().progress().at("read", Math.min(1, source.position() / size));
      }
    }
    if (shape.exact()) {
      releaseEmptyRows(lines);
    } else if (emptyRows > 0) {
      log.add(Kind.EMPTY_ROWS, OptionalInt.empty(), OptionalLong.of(rows + 1), emptyRows, "");
    }
    task.run().progress().at("read", 1);
  }

  /** Whether the current record is a row; comments, headers and other tables are left out. */
  private boolean belongs(RecordSource source) throws IOException {
    if (width < 2 || source.length() == 0) {
      return true;
    }
    if (comment(source) && (source.fields() == 1 || comments)) {
      log.addRow(Kind.COMMENT_LINES, rows + emptyRows + 1);
      return false;
    }
    if (ruler(source)) {
      log.addRow(Kind.RULERS, rows + emptyRows + 1);
      return false;
    }
    if (endMark(source)) {
      log.addRow(Kind.BLANK_LINES, rows + emptyRows + 1);
      return false;
    }
    if (header.length < 2 || !same(source, 0)) {
      return true;
    }
    int matching = matching(source);
    if (matching == header.length && source.fields() == header.length) {
      log.addRow(Kind.REPEATED_HEADER, rows + emptyRows + 1);
      return false;
    }
    if (source.fields() != width && matching >= SAME_NAMES * Math.max(source.fields(), width)) {
      leaveOutTheRest(source);
      return false;
    }
    return true;
  }

  private static boolean comment(RecordSource source) {
    return source.length() > 0 && source.data()[0] == '#';
  }

  /** Whether a line is drawn: every cell that is not empty is of dashes, three in one at least. */
  private static boolean ruler(RecordSource source) {
    int longest = 0;
    for (int i = 0; i < source.fields(); i++) {
      int dashes = 0;
      for (int at = source.begin(i); at < source.end(i); at++) {
        byte b = source.data()[at];
        if ("-=+|: ".indexOf(b) < 0) {
          return false;
        }
        dashes += b == '-' || b == '=' ? 1 : 0;
      }
      longest = Math.max(longest, dashes);
    }
    return longest > 2;
  }

  /** Whether a record is nothing but the mark behind old texts, or NUL in their place. */
  private static boolean endMark(RecordSource source) {
    if (source.fields() > 1) {
      return false;
    }
    for (int at = source.begin(0); at < source.end(0); at++) {
      byte b = source.data()[at];
      if (b != SUBSTITUTE && b != (byte) 0xEF && b != (byte) 0xBF && b != (byte) 0xBD) {
        return false;
      }
    }
    return true;
  }

  private int matching(RecordSource source) {
    int matching = 0;
    for (int i = 0; i < Math.min(header.length, source.fields()); i++) {
      matching += same(source, i) ? 1 : 0;
    }
    return matching;
  }

  private boolean same(RecordSource source, int field) {
    return Arrays.equals(
        source.data(),
        source.begin(field),
        source.end(field),
        header[field],
        0,
        header[field].length);
  }

  /** A second table with other columns begins; its lines are counted, that is all. */
  private void leaveOutTheRest(RecordSource source) throws IOException {
    long first = rows + emptyRows + 1;
    long left = 1;
    while (source.next()) {
      left += source.blank() ? 0 : 1;
    }
    log.add(Kind.SECOND_TABLE, OptionalInt.empty(), OptionalLong.of(first), left, "");
    ended = true;
  }

  /** Rows without any value are held back: they count only when one with a value follows. */
  private void row(RecordSource source, Mender mender, CleanLines lines) throws IOException {
    if (source.length() == 0) {
      emptyRows++;
      return;
    }
    releaseEmptyRows(lines);
    rows++;
    if (mend(source, mender)) {
      log.addRow(Kind.MENDED_ROWS, rows);
    }
    if (source.fields() != width) {
      ragged(source);
    }
    longestLine = Math.max(longestLine, lines.write(source));
  }

  private void ragged(RecordSource source) {
    if (source.fields() < width) {
      log.addCell(Kind.SHORT_ROWS, source.fields() + 1, rows);
    } else {
      log.addCell(Kind.LONG_ROWS, width + 1, rows);
      if (source.fields() > task.limits().maxColumns()) {
        throw UnreadableTableException.tooManyColumns(task.limits().maxColumns());
      }
    }
  }

  private void releaseEmptyRows(CleanLines lines) throws IOException {
    for (; emptyRows > 0; emptyRows--) {
      lines.empty();
      rows++;
    }
  }

  List<String> names() {
    return names;
  }

  WarningLog log() {
    return log;
  }

  int width() {
    return width;
  }

  long rows() {
    return rows;
  }

  /** What was written to {@code target}. */
  PlainStore.Plain plain(Path target) {
    return new PlainStore.Plain(
        target, ',', true, false, width, rows, longestLine, embeddedLineEnds);
  }
}
