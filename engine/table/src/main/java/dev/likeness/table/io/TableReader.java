package dev.likeness.table.io;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.sql.Duck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads an uploaded file into its canonical copy.
 *
 * <p>Stages of progress: {@code "read"}, {@code "store"}. Scratch files lie in a folder beside the
 * canonical copy and are gone when the call returns, however it ends; the copy itself appears whole
 * or not at all.
 *
 * <p><b>Cost:</b> three sequential passes over the text (charset, records, Parquet), scratch space
 * of about the size of the file, memory that does not depend on it. <b>Thread-safe:</b> yes.
 */
public final class TableReader {

  private static final int SAMPLE_BYTES = 1 << 18;
  private static final long GROUP_BYTES = 24L << 20;
  private static final long LARGEST_GROUP = 122_880;
  private static final long VECTOR = 2048;

  private final Path upload;
  private final Path canonical;
  private final ReadLimits limits;
  private final RunContext run;

  private TableReader(Path upload, Path canonical, ReadLimits limits, RunContext run) {
    this.upload = upload;
    this.canonical = canonical.toAbsolutePath();
    this.limits = limits;
    this.run = run;
  }

  /**
   * Reads {@code upload} and writes {@code canonicalParquet}, replacing it if it exists.
   *
   * @throws UnreadableTableException when the file is no table or is over a limit
   * @throws UncheckedIOException when the disk fails
   */
  public static Reading ingest(
      Path upload, Path canonicalParquet, ReadLimits limits, RunContext run) {
    try {
      return new TableReader(upload, canonicalParquet, limits, run).ingest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads back what {@link CsvWriter} wrote: nothing is guessed, every row is kept.
   *
   * @param csv the file
   * @param canonicalParquet written, replacing it if it exists
   * @param dialect that the writer was given
   * @param columns that the writer's schema has
   * @param run how it is run
   * @throws UnreadableTableException when the file is empty
   * @throws UncheckedIOException when the disk fails
   */
  public static Reading readBack(
      Path csv, Path canonicalParquet, Dialect dialect, int columns, RunContext run) {
    ReadLimits limits = ReadLimits.defaults().withMaxBytes(Long.MAX_VALUE);
    try {
      return new TableReader(csv, canonicalParquet, limits, run).readBack(dialect, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading readBack(Dialect dialect, int columns) throws IOException {
    DetectedCharset utf8 = new DetectedCharset(StandardCharsets.UTF_8, 0, true, false);
    Path scratch = Files.createTempDirectory(folder(), ".reading");
    try {
      Path plain = scratch.resolve("plain.csv");
      CleanCopy copy = new CleanCopy(upload, utf8, limits, run).exact();
      copy.write(new DialectSniffer.Sniffed(dialect.written(), columns), plain);
      store(copy, plain, scratch);
      return copy.reading();
    } finally {
      delete(scratch);
    }
  }

  private Reading ingest() throws IOException {
    long bytes = Files.size(upload);
    if (bytes == 0) {
      throw UnreadableTableException.emptyFile();
    }
    if (bytes > limits.maxBytes()) {
      throw UnreadableTableException.tooLarge("file", limits.maxBytes(), "bytes", "");
    }
    run.cancellation().check();
    DetectedCharset charset = DetectedCharset.of(upload);
    byte[] sample = sample(charset);
    Signatures.refuseOtherText(sample);
    DialectSniffer.Sniffed sniffed =
        DialectSniffer.sniff(
            sample, sample.length == SAMPLE_BYTES, charset.charset().name(), limits);
    Path scratch = Files.createTempDirectory(folder(), ".reading");
    try {
      return read(charset, sniffed, scratch);
    } finally {
      delete(scratch);
    }
  }

  private Path folder() throws IOException {
    Path folder = Objects.requireNonNull(canonical.getParent(), "a file has a folder");
    Files.createDirectories(folder);
    return folder;
  }

  private byte[] sample(DetectedCharset charset) throws IOException {
    try (TextInput text = TextInput.open(upload, charset)) {
      byte[] sample = text.readNBytes(SAMPLE_BYTES);
      if (new String(sample, StandardCharsets.UTF_8).isBlank()) {
        throw UnreadableTableException.emptyFile();
      }
      return sample;
    }
  }

  private Reading read(DetectedCharset charset, DialectSniffer.Sniffed sniffed, Path scratch)
      throws IOException {
    Path plain = scratch.resolve("plain.csv");
    CleanCopy copy = new CleanCopy(upload, charset, limits, run);
    boolean readable = copy.write(sniffed, plain);
    if (!readable) {
      copy = new CleanCopy(upload, charset, limits, run);
      copy.log().add(WarningLog.Kind.UNCLOSED_QUOTE, 1);
      copy.write(
          new DialectSniffer.Sniffed(sniffed.dialect().withoutQuote(), sniffed.width()), plain);
    }
    store(copy, plain, scratch);
    run.progress().at("store", 1);
    return copy.reading();
  }

  private void store(CleanCopy copy, Path plain, Path scratch) throws IOException {
    run.cancellation().check();
    run.progress().at("store", 0);
    Path part = scratch.resolve("part.parquet");
    try (Duck duck = Duck.open(run.threads(), copy.width(), scratch.resolve("spill"))) {
      duck.execute(copySql(copy, plain, part));
      long stored = duck.number("SELECT count(*) FROM read_parquet(" + Duck.literal(part) + ")");
      if (stored != copy.rows()) {
        throw new IOException("rows stored = " + stored + ", expected " + copy.rows());
      }
    }
    Files.move(
        part, canonical, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private String copySql(CleanCopy copy, Path plain, Path part) throws IOException {
    String columns =
        IntStream.range(0, copy.width())
            .mapToObj(i -> "'c" + i + "':'VARCHAR'")
            .collect(java.util.stream.Collectors.joining(","));
    int line = limits.maxRecordBytes() * 2 + copy.width() + 64;
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
        + Duck.literal(part)
        + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
        + groupRows(copy, plain)
        + ")";
  }

  /** No more than the longest record needs, because the engine's buffers grow with it. */
  private static long longest(CleanCopy copy, long most) {
    return Math.min(most, Math.max(2 << 20, copy.longestLine() + 64L));
  }

  /** Row groups are built in memory: few rows in each where rows are long. */
  private static long groupRows(CleanCopy copy, Path plain) throws IOException {
    if (copy.rows() == 0) {
      return LARGEST_GROUP;
    }
    long rowBytes = Math.max(1, Files.size(plain) / copy.rows() + copy.width() * 16L);
    long rows = Math.min(LARGEST_GROUP, GROUP_BYTES / rowBytes);
    return Math.max(VECTOR, rows / VECTOR * VECTOR);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
