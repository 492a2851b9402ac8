package dev.likeness.ingest.service;

import dev.likeness.ingest.config.IngestConfig;
import dev.likeness.ingest.persistence.Dataset;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Cursor;
import dev.likeness.platform.http.Page;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.key.KeyUnavailableException;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.Reading;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The catalogue of datasets. */
@Singleton
public class Datasets {

  private static final Logger LOG = Logger.getLogger(Datasets.class);

  private final ObjectStore store;
  private final IngestConfig config;

  @Inject
  Datasets(ObjectStore store, IngestConfig config) {
    this.store = store;
    this.config = config;
  }

  /**
   * Datasets from new to old. One whose key is lost cannot be told and is left out; asking for it
   * by its id says so.
   */
  public Page<DatasetInfo> list(int limit, Optional<Cursor> after) {
    List<Dataset> rows =
        Database.inTransaction(() -> Dataset.page(Tenants.DEFAULT, after, limit + 1));
    Page<Optional<DatasetInfo>> page =
        Page.of(rows, limit, d -> new Cursor(d.createdAt, d.id), this::readable);
    return new Page<>(page.items().stream().flatMap(Optional::stream).toList(), page.nextCursor());
  }

  private Optional<DatasetInfo> readable(Dataset dataset) {
    try {
      return Optional.of(info(dataset));
    } catch (KeyUnavailableException lost) {
      LOG.warnf("dataset %s cannot be read (%s)", dataset.id, lost.code());
      return Optional.empty();
    }
  }

  /** A dataset; a problem {@code dataset-not-found} for unknown ids. */
  public DatasetInfo get(String id) {
    return info(find(id));
  }

  /** The first rows of a dataset. */
  public Preview preview(String id, Optional<Integer> rows) {
    int count = rows.orElse(config.previewRows());
    if (count < 1 || count > config.maxPreviewRows()) {
      throw Problems.invalidParameter("rows", "1 to " + config.maxPreviewRows()).toException();
    }
    Dataset dataset = find(id);
    try (LocalObject canonical = store.local(dataset.canonical.ref())) {
      return new Preview(
          reading(dataset).columns(), CanonicalTable.preview(canonical.path(), count));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The row of a dataset; a problem {@code dataset-not-found} for unknown ids. */
  static Dataset find(String id) {
    return Ids.read(id)
        .flatMap(uuid -> Database.inTransaction(() -> Dataset.of(Tenants.DEFAULT, uuid)))
        .orElseThrow(() -> Problems.datasetNotFound().toException());
  }

  /** What is known of a dataset. */
  DatasetInfo info(Dataset dataset) {
    return new DatasetInfo(
        dataset.id,
        dataset.name,
        dataset.state.name(),
        dataset.bytes,
        dataset.sha256,
        dataset.createdAt,
        reading(dataset),
        dataset.version,
        dataset.upload != null);
  }

  /** How a dataset's file was read. */
  Reading reading(Dataset dataset) {
    try (InputStream in = store.open(dataset.reading.ref().key())) {
      return TableJson.mapper().readValue(in, Reading.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids in paths and parameters. */
  static final class Ids {

    private Ids() {}

    /** The id; empty for a text that is none and so names nothing. */
    static Optional<UUID> read(String text) {
      try {
        return Optional.of(UUID.fromString(text))
            .filter(id -> id.toString().equalsIgnoreCase(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
