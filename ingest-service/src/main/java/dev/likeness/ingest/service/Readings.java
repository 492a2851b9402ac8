package dev.likeness.ingest.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.ingest.config.IngestConfig;
import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.ingest.persistence.Dataset;
import dev.likeness.ingest.persistence.DatasetState;
import dev.likeness.ingest.persistence.StoredObject;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.ReadOptions;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the upload of a dataset anew, as people say it has to be read.
 *
 * <p>Every reading has a version and objects of its own: jobs that began with an older one end with
 * it. What only concerns the meaning of cells (decimal mark, missing tokens) needs no upload.
 */
@Singleton
public class Readings {

  /** Most rows of a preview. */
  public static final int MOST_ROWS = 50;

  private final ServiceRuntime platform;
  private final ObjectStore store;
  private final Datasets datasets;
  private final UploadFiles uploads;
  private final IngestConfig config;
  private final ReadingTurns turns;

  @Inject
  Readings(
      @Service(IngestPlatform.SERVICE) ServiceRuntime platform,
      ObjectStore store,
      Datasets datasets,
      UploadFiles uploads,
      IngestConfig config,
      ReadingTurns turns) {
    this.platform = platform;
    this.store = store;
    this.datasets = datasets;
    this.uploads = uploads;
    this.config = config;
    this.turns = turns;
  }

  /** A reading and the first rows under it. */
  public record Read(DatasetInfo dataset, Preview preview) {}

  /**
   * How the file would be read; nothing of it is stored.
   *
   * @param patch changes to the options in force
   */
  public Read preview(String id, ObjectNode patch, int rows) throws IOException {
    if (rows < 1 || rows > MOST_ROWS) {
      throw Problems.invalidParameter("rows", "1 to " + MOST_ROWS).toException();
    }
    Dataset dataset = Datasets.find(id);
    Reading before = datasets.reading(dataset);
    ReadOptions options = OptionsPatch.apply(before.options(), patch);
    if (options.aboutTheFile().equals(before.options().aboutTheFile())) {
      return read(dataset, before.with(options), rows);
    }
    return uploads.beginning(dataset, before.origin(), file -> peek(dataset, options, rows, file));
  }

  private Read read(Dataset dataset, Reading reading, int rows) throws IOException {
    try (LocalObject canonical = store.local(dataset.canonical.ref())) {
      return new Read(
          info(dataset, reading),
          new Preview(reading.columns(), CanonicalTable.preview(canonical.path(), rows)));
    }
  }

  private Read peek(Dataset dataset, ReadOptions options, int rows, Path file) throws IOException {
    try (Scratch scratch = store.scratch()) {
      TableReader.Peek peek =
          turns.take(
              () ->
                  TableReader.peek(
                      file,
                      options,
                      config.readLimits(),
                      rows,
                      scratch.file("peek"),
                      RunContext.quiet()));
      return new Read(
          info(dataset, peek.reading()), new Preview(peek.reading().columns(), peek.rows()));
    }
  }

  private DatasetInfo info(Dataset dataset, Reading reading) {
    return new DatasetInfo(
        dataset.id,
        dataset.name,
        dataset.state.name(),
        dataset.bytes,
        dataset.sha256,
        dataset.createdAt,
        reading,
        dataset.version,
        dataset.upload != null);
  }

  /**
   * Reads the file anew and has everybody forget the reading before.
   *
   * @param patch changes to the options in force; without any nothing happens
   */
  public Read amend(String id, ObjectNode patch) throws IOException {
    Dataset dataset = Datasets.find(id);
    Reading before = datasets.reading(dataset);
    ReadOptions options = OptionsPatch.apply(before.options(), patch);
    if (options.equals(before.options())) {
      return read(dataset, before, Preview.FIRST_ROWS);
    }
    if (options.aboutTheFile().equals(before.options().aboutTheFile())) {
      replace(dataset, before.with(options), Optional.empty());
    } else {
      uploads.whole(dataset, file -> readAnew(dataset, options, file));
    }
    Dataset after = Datasets.find(id);
    return read(after, datasets.reading(after), Preview.FIRST_ROWS);
  }

  private Reading readAnew(Dataset dataset, ReadOptions options, Path file) throws IOException {
    try (Scratch scratch = store.scratch()) {
      Path canonical = scratch.file("canonical.parquet");
      Reading reading =
          turns.take(
              () ->
                  TableReader.ingest(
                      file, canonical, options, config.readLimits(), RunContext.quiet()));
      replace(dataset, reading, Optional.of(canonical));
      return reading;
    }
  }

  /** Stores a reading, with a canonical copy if it has a new one, and makes it the one in force. */
  private void replace(Dataset before, Reading reading, Optional<Path> canonical)
      throws IOException {
    String folder = folder(before);
    boolean kept = false;
    try {
      ObjectRef table =
          canonical.isPresent()
              ? store.adopt(folder + "canonical.parquet", canonical.get())
              : before.canonical.ref();
      ObjectRef told =
          store.put(
              folder + "reading.json",
              out -> out.write(TableJson.mapper().writeValueAsBytes(reading)));
      Database.inTransaction(() -> announce(before, reading, table, told));
      kept = true;
    } finally {
      if (!kept) {
        store.delete(folder + "canonical.parquet");
        store.delete(folder + "reading.json");
      }
    }
  }

  /** Where the objects of the next version lie; nobody else who makes one has the same folder. */
  private static String folder(Dataset dataset) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    return EncryptedObjectStore.folder(Tenants.DEFAULT, dataset.id)
        + "/"
        + (dataset.version + 1)
        + "-"
        + unique
        + "/";
  }

  private Dataset announce(Dataset before, Reading reading, ObjectRef table, ObjectRef told) {
    Dataset dataset =
        Dataset.locked(Tenants.DEFAULT, before.id)
            .filter(row -> row.version == before.version)
            .orElseThrow(() -> IngestProblems.readingChanged().toException());
    dataset.version++;
    dataset.state = DatasetState.UPLOADED;
    dataset.rows = reading.rows();
    dataset.canonical = StoredObject.of(table);
    dataset.reading = StoredObject.of(told);
    platform.outbox().append(event(dataset, reading, table, told));
    return dataset;
  }

  private static DatasetUploaded event(
      Dataset dataset, Reading reading, ObjectRef canonical, ObjectRef stored) {
    return new DatasetUploaded(
        EventHeader.now(Tenants.DEFAULT, Tenants.DEFAULT_PROJECT),
        dataset.id,
        dataset.version,
        List.of(new UploadedTable(0, reading.rows(), reading.columns().size(), canonical, stored)));
  }
}
