package dev.likeness.table.io;

import com.google.auto.service.AutoService;
import dev.likeness.table.io.WarningLog.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with one record on each line: CSV and its relatives, whatever stands between the fields and
 * around them, in whatever character set.
 */
@AutoService(TableFormat.class)
public final class DelimitedFormat implements TableFormat {

  private static final int SAMPLE_BYTES = 1 << 18;
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("\"?sep=([,;|\t:])\"?(?:\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);

  /** For the service loader. */
  public DelimitedFormat() {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public boolean recognises(byte[] head) {
    return true;
  }

  @Override
  public boolean fallback() {
    return true;
  }

  @Override
  public Reading read(ReadTask task) throws IOException {
    DetectedCharset charset = DetectedCharset.of(task.file(), task.options().charset());
    byte[] sample = sample(task, charset);
    Signatures.refuseOtherText(sample);
    DialectSniffer.Sniffed sniffed =
        DialectSniffer.sniff(
            sample,
            sample.length == SAMPLE_BYTES,
            charset.charset().name(),
            task.limits(),
            announced(sample, task.options()));
    return new Pass(task, charset, sniffed, false).read();
  }

  /**
   * A first line such as {@code sep=;}, by which spreadsheets are told the delimiter, is heeded.
   */
  private static ReadOptions announced(byte[] sample, ReadOptions options) {
    Matcher line =
        ANNOUNCEMENT.matcher(
            new String(sample, 0, Math.min(sample.length, 16), StandardCharsets.UTF_8));
    boolean free = options.delimiter().isEmpty() && options.skippedLines().isEmpty();
    return free && line.lookingAt() ? options.announced(line.group(1)) : options;
  }

  /** Reads back what {@link CsvWriter} wrote. */
  static Reading readBack(ReadTask task, Dialect dialect, int columns) throws IOException {
    DetectedCharset utf8 = new DetectedCharset(StandardCharsets.UTF_8, 0, true, false);
    DialectSniffer.Sniffed known =
        new DialectSniffer.Sniffed(
            dialect.written(),
            columns,
            new Mending(dialect, columns, List.of(), task.limits()),
            false);
    return new Pass(task, utf8, known, true).read();
  }

  private static byte[] sample(ReadTask task, DetectedCharset charset) throws IOException {
    try (TextInput text = TextInput.open(task.file(), charset)) {
      byte[] sample = text.readNBytes(SAMPLE_BYTES);
      if (new String(sample, StandardCharsets.UTF_8).isBlank()) {
        throw UnreadableTableException.emptyFile();
      }
      return sample;
    }
  }

  /** One reading of a file whose dialect is settled. */
  private record Pass(
      ReadTask task, DetectedCharset charset, DialectSniffer.Sniffed sniffed, boolean exact) {

    Reading read() throws IOException {
      Optional<Straight.Lines> lines =
          Straight.lines(task, charset, sniffed.dialect(), sniffed.width());
      return lines.isPresent() ? straight(lines.get()) : mended();
    }

    /** Leaves a file to the engine as it is. */
    private Reading straight(Straight.Lines lines) throws IOException {
      Dialect dialect = sniffed.dialect();
      WarningLog log = new WarningLog();
      int width = sniffed.width();
      task.run().progress().at("read", 1);
      PlainStore.store(
          new PlainStore.Plain(
              task.file(),
              dialect.delimiter(),
              false,
              dialect.header(),
              width,
              lines.rows(),
              lines.longestLine(),
              false),
          task);
      return reading(dialect.withLineEnd("LF"), names(lines, log), lines.rows(), log);
    }

    private List<String> names(Straight.Lines lines, WarningLog log) {
      Dialect dialect = sniffed.dialect();
      if (!dialect.header()) {
        log.add(Kind.NO_HEADER, 1);
        return ColumnNames.ofPositions(sniffed.width());
      }
      String header = new String(lines.header(), StandardCharsets.UTF_8);
      String between = Pattern.quote(String.valueOf(dialect.delimiter()));
      return ColumnNames.of(List.of(header.split(between, -1)), sniffed.width(), log);
    }

    private Reading mended() throws IOException {
      Path plain = task.scratch().resolve("plain.csv");
      CleanCopy copy = copy();
      Dialect dialect = write(copy, sniffed.dialect(), plain);
      if (dialect.quote() != sniffed.dialect().quote()) {
        copy = copy();
        copy.log().add(Kind.UNCLOSED_QUOTE, 1);
        dialect = write(copy, dialect, plain);
      }
      PlainStore.store(copy.plain(plain), task);
      return reading(dialect, copy.names(), copy.rows(), copy.log());
    }

    private Reading reading(Dialect dialect, List<String> names, long rows, WarningLog log) {
      return new Reading(dialect, names, rows, log.warnings(), Origin.of("csv"), task.options());
    }

    private CleanCopy copy() {
      Dialect dialect = sniffed.dialect();
      return new CleanCopy(
          new CleanCopy.Shape(
              dialect.header(), dialect.skippedLines(), sniffed.width(), sniffed.rowNames(), exact),
          task);
    }

    /** The dialect as it turned out: without a quote if one that opens is never closed. */
    private Dialect write(CleanCopy copy, Dialect dialect, Path plain) throws IOException {
      try (TextInput text = TextInput.open(task.file(), charset)) {
        RecordReader reader = new RecordReader(text, dialect, task.limits());
        copy.write(reader, () -> sniffed.mending().mend(reader), plain);
        tell(copy.log(), reader, text);
        Dialect found = dialect.withLineEnd(reader.lineEnd());
        return reader.unclosed() && !exact ? found.withoutQuote() : found;
      }
    }

    private void tell(WarningLog log, RecordReader reader, TextInput text) {
      if (charset.guessed()) {
        log.add(Kind.ODD_CHARSET, OptionalInt.empty(), OptionalLong.empty(), 1, charset.evidence());
      }
      if (text.replaced() > 0) {
        log.add(Kind.INVALID_BYTES, text.replaced());
      }
      if (reader.lineEnd().equals("MIXED")) {
        log.add(Kind.MIXED_LINE_ENDS, 1);
      }
      if (reader.strayQuotes() > 0) {
        log.add(Kind.STRAY_QUOTES, reader.strayQuotes());
      }
    }
  }
}
