package dev.likeness.table.io;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.io.WarningLog.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Rewrites a file as a CSV without oddities: UTF-8, comma, double quotes, LF, no header, the same
 * number of fields in every row; and counts what it had to mend.
 *
 * <p><b>Thread-safe:</b> no; one use.
 */
final class CleanCopy {

  private static final int CHECK_EVERY = 1 << 12;

  private final Path upload;
  private final DetectedCharset charset;
  private final ReadLimits limits;
  private final RunContext run;
  private final WarningLog log = new WarningLog();

  private boolean exact;
  private Dialect dialect = Dialect.standard();
  private List<String> names = List.of();
  private int width;
  private long rows;
  private long emptyRows;
  private int longestLine;
  private boolean embeddedLineEnds;

  CleanCopy(Path upload, DetectedCharset charset, ReadLimits limits, RunContext run) {
    this.upload = upload;
    this.charset = charset;
    this.limits = limits;
    this.run = run;
  }

  /** Has it keep the rows without any value at the end of the file. */
  CleanCopy exact() {
    exact = true;
    return this;
  }

  /** Writes the copy; false when a quote that opens is never closed. */
  boolean write(DialectSniffer.Sniffed sniffed, Path target) throws IOException {
    dialect = sniffed.dialect();
    try (TextInput text = TextInput.open(upload, charset);
        OutputStream out = Files.newOutputStream(target)) {
      RecordReader reader = new RecordReader(text, dialect, limits);
      skip(reader);
      CleanLines lines = begin(reader, sniffed.width(), out);
      rows(reader, lines);
      lines.flush();
      finish(reader, text, lines);
      return !reader.unclosed();
    }
  }

  private void skip(RecordReader reader) throws IOException {
    int skipped = 0;
    while (skipped < dialect.skippedLines() && reader.next()) {
      skipped += reader.blank() ? 0 : 1;
    }
    if (skipped > 0) {
      log.add(Kind.SKIPPED_LINES, skipped);
    }
  }

  /** Reads the first record that is not blank and settles names and width. */
  private CleanLines begin(RecordReader reader, int usualWidth, OutputStream out)
      throws IOException {
    boolean found = reader.next();
    while (found && reader.blank()) {
      found = reader.next();
    }
    if (!found) {
      throw UnreadableTableException.emptyFile();
    }
    limits(reader);
    width = Math.max(usualWidth, reader.fields());
    names = names(dialect.header() ? reader.texts() : List.of());
    CleanLines lines = new CleanLines(out, width);
    if (!dialect.header()) {
      log.add(Kind.NO_HEADER, 1);
      row(reader, lines);
    }
    return lines;
  }

  private void limits(RecordReader reader) {
    if (reader.fields() > limits.maxColumns()) {
      throw UnreadableTableException.tooManyColumns(limits.maxColumns());
    }
    if (dialect.header() && reader.length() > limits.maxHeaderBytes()) {
      throw UnreadableTableException.tooLarge("header", limits.maxHeaderBytes(), "bytes", "");
    }
  }

  private List<String> names(List<String> header) {
    Set<String> taken = new HashSet<>();
    Set<String> given = new HashSet<>(header);
    List<String> unique = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String name = i < header.size() ? header.get(i) : "";
      if (name.isBlank()) {
        if (dialect.header()) {
          log.addColumn(Kind.EMPTY_NAME, i + 1);
        }
        name = free("column_" + (i + 1), taken, given);
      } else if (taken.contains(name)) {
        log.addColumn(Kind.DUPLICATE_NAME, i + 1);
        name = numbered(name, taken, given);
      }
      taken.add(name);
      unique.add(name);
    }
    return unique;
  }

  private static String free(String name, Set<String> taken, Set<String> given) {
    return taken.contains(name) || given.contains(name) ? numbered(name, taken, given) : name;
  }

  private static String numbered(String name, Set<String> taken, Set<String> given) {
    int number = 2;
    while (taken.contains(name + "_" + number) || given.contains(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }

  private void rows(RecordReader reader, CleanLines lines) throws IOException {
    long size = Math.max(1, Files.size(upload));
    while (reader.next()) {
      if (reader.blank() && width > 1) {
        log.addRow(Kind.BLANK_LINES, rows + emptyRows + 1);
      } else {
        row(reader, lines);
      }
      if (reader.records() % CHECK_EVERY == 0) {
        run.cancellation().check();
        run.progress().at("read", Math.min(1, (double) lines.bytes() / size));
      }
    }
    if (exact) {
      releaseEmptyRows(lines);
    } else if (emptyRows > 0) {
      log.add(Kind.EMPTY_ROWS, OptionalInt.empty(), OptionalLong.of(rows + 1), emptyRows, "");
    }
    run.progress().at("read", 1);
  }

  /** Rows without any value are held back: they count only when one with a value follows. */
  private void row(RecordReader reader, CleanLines lines) throws IOException {
    if (reader.length() == 0) {
      emptyRows++;
      return;
    }
    releaseEmptyRows(lines);
    rows++;
    if (reader.fields() < width) {
      log.addRow(Kind.SHORT_ROWS, rows);
    } else if (reader.fields() > width) {
      log.addRow(Kind.LONG_ROWS, rows);
      if (reader.fields() > limits.maxColumns()) {
        throw UnreadableTableException.tooManyColumns(limits.maxColumns());
      }
    }
    longestLine = Math.max(longestLine, lines.write(reader));
  }

  private void releaseEmptyRows(CleanLines lines) throws IOException {
    for (; emptyRows > 0; emptyRows--) {
      lines.empty();
      rows++;
    }
  }

  private void finish(RecordReader reader, TextInput text, CleanLines lines) {
    embeddedLineEnds = lines.embeddedLineEnds();
    dialect =
        new Dialect(
            dialect.charset(),
            dialect.delimiter(),
            dialect.quote(),
            dialect.escape(),
            dialect.header(),
            dialect.skippedLines(),
            reader.lineEnd());
    if (charset.guessed()) {
      log.add(Kind.ODD_CHARSET, OptionalInt.empty(), OptionalLong.empty(), 1, dialect.charset());
    }
    if (text.replaced() > 0) {
      log.add(Kind.INVALID_BYTES, text.replaced());
    }
    if (dialect.lineEnd().equals("MIXED")) {
      log.add(Kind.MIXED_LINE_ENDS, 1);
    }
    if (reader.strayQuotes() > 0) {
      log.add(Kind.STRAY_QUOTES, reader.strayQuotes());
    }
    if (rows == 0) {
      log.add(Kind.HEADER_ONLY, 1);
    }
  }

  Reading reading() {
    return new Reading(dialect, names, rows, log.warnings(), Origin.of("csv"), ReadOptions.none());
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

  int longestLine() {
    return longestLine;
  }

  boolean embeddedLineEnds() {
    return embeddedLineEnds;
  }
}
