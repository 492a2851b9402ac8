package dev.likeness.table.io;

import dev.likeness.numerics.RunContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an uploaded file, of whatever {@link TableFormat} and in whatever {@link Container}, into
 * its canonical copy.
 *
 * <p>Stages of progress: {@code "read"}, {@code "store"}. Scratch files lie in a folder beside the
 * canonical copy and are gone when the call returns, however it ends; the copy itself appears whole
 * or not at all.
 *
 * <p><b>Cost:</b> of text three sequential passes (charset, records, Parquet); scratch space of
 * about the size of the file, unless every line is a row as it stands, and once more where it is
 * packed; memory that does not depend on it. <b>Thread-safe:</b> yes.
 */
public final class TableReader {

  private static final int HEAD_BYTES = 1 << 12;
  private static final long PEEK_BYTES = 4L << 20;

  private final Path upload;
  private final Path canonical;
  private final ReadOptions options;
  private final ReadLimits limits;
  private final RunContext run;

  private TableReader(
      Path upload, Path canonical, ReadOptions options, ReadLimits limits, RunContext run) {
    this.upload = upload;
    this.canonical = canonical.toAbsolutePath();
    this.options = options;
    this.limits = limits;
    this.run = run;
  }

  /** Work with files. */
  private interface Reader {
    Reading read() throws IOException;
  }

  /** As {@link #ingest(Path, Path, ReadOptions, ReadLimits, RunContext)}; all is detected. */
  public static Reading ingest(
      Path upload, Path canonicalParquet, ReadLimits limits, RunContext run) {
    return ingest(upload, canonicalParquet, ReadOptions.none(), limits, run);
  }

  /**
   * Reads {@code upload} and writes {@code canonicalParquet}, replacing it if it exists.
   *
   * @param options what people say about the file; the rest is detected
   * @throws UnreadableTableException when the file is no table, is over a limit or has not what the
   *     options name
   * @throws UncheckedIOException when the disk fails
   */
  public static Reading ingest(
      Path upload, Path canonicalParquet, ReadOptions options, ReadLimits limits, RunContext run) {
    TableReader reader = new TableReader(upload, canonicalParquet, options, limits, run);
    return unchecked(() -> reader.ingest(Long.MAX_VALUE));
  }

  /**
   * Reads the first rows only: what {@link #ingest} would find and how the table would begin.
   *
   * @param rows that are wanted
   * @param scratch folder for what lies on disk meanwhile; made if it is not there
   */
  public static Peek peek(
      Path upload, ReadOptions options, ReadLimits limits, int rows, Path scratch, RunContext run) {
    Path parquet = scratch.resolve("peek.parquet");
    TableReader reader = new TableReader(upload, parquet, options, limits, run);
    Reading reading = unchecked(() -> reader.ingest(rows));
    try {
      return new Peek(reading, CanonicalTable.preview(parquet, rows));
    } finally {
      unchecked(
          () -> {
            Files.deleteIfExists(parquet);
            return reading;
          });
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
    TableReader reader = new TableReader(csv, canonicalParquet, ReadOptions.none(), limits, run);
    return unchecked(
        () ->
            reader.inScratch(
                scratch ->
                    DelimitedFormat.readBack(
                        reader.task(csv, Long.MAX_VALUE, scratch), dialect, columns)));
  }

  private static Reading unchecked(Reader reader) {
    try {
      return reader.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading ingest(long mostRows) throws IOException {
    long bytes = Files.size(upload);
    if (bytes == 0) {
      throw UnreadableTableException.emptyFile();
    }
    if (bytes > limits.maxBytes()) {
      throw UnreadableTableException.tooLarge("file", limits.maxBytes(), "bytes", "");
    }
    run.cancellation().check();
    return inScratch(scratch -> read(mostRows, scratch));
  }

  private Reading read(long mostRows, Path scratch) throws IOException {
    byte[] head = head(upload);
    Container container = Container.of(head);
    if (container == Container.NONE) {
      return Formats.of(head).read(task(upload, mostRows, scratch));
    }
    boolean peek = mostRows < Long.MAX_VALUE;
    Unpacked unpacked =
        container.unpack(upload, options, limits, peek ? PEEK_BYTES : Long.MAX_VALUE, scratch);
    byte[] inner = head(unpacked.file());
    Reading reading = Formats.of(inner).read(task(unpacked.file(), mostRows, scratch));
    return reading.from(reading.origin().within(container.label(), unpacked.entry()));
  }

  private ReadTask task(Path file, long mostRows, Path scratch) {
    return new ReadTask(file, options, limits, run, mostRows, scratch);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  /** Work that leaves its result in a scratch folder. */
  private interface ScratchWork {
    Reading read(Path scratch) throws IOException;
  }

  private Reading inScratch(ScratchWork work) throws IOException {
    Path folder = Objects.requireNonNull(canonical.getParent(), "a file has a folder");
    Files.createDirectories(folder);
    Path scratch = Files.createTempDirectory(folder, ".reading");
    try {
      Reading reading = work.read(scratch);
      Files.move(
          task(upload, 0, scratch).target(),
          canonical,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
      run.progress().at("store", 1);
      return reading;
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * How a file would be read.
   *
   * @param reading what was found in its first rows; its number of rows is the one of these
   * @param rows cells as text; empty where the cell is empty
   */
  public record Peek(Reading reading, List<List<Optional<String>>> rows) {

    /** Copies the list. */
    public Peek {
      rows = List.copyOf(rows);
    }
  }
}
