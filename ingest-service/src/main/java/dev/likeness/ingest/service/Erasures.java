package dev.likeness.ingest.service;

import dev.likeness.contracts.ErasureAcknowledged;
import dev.likeness.contracts.ErasureRequested;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.ingest.config.OversightConfig;
import dev.likeness.ingest.persistence.Dataset;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.key.KeyUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Forgets datasets.
 *
 * <ol>
 *   <li>The wish is written down, and the dataset's rows go, in one transaction with the event that
 *       tells the other services.
 *   <li>The key is destroyed before the caller has an answer: from then on nothing of the dataset
 *       can be read, here or from a backup that leaves keys out. A process that dies in between
 *       finds the wish at its next start and goes on.
 *   <li>Every service removes its rows and objects and says so; the last word completes the
 *       receipt, and what a late writer left is swept.
 * </ol>
 */
@Singleton
public class Erasures {

  private static final String FORGET_ANSWERS =
      "delete from idempotency_keys where location = '/v1/datasets/' || ?::text";
  private static final String FORGET_JOBS = "delete from jobs where dataset_id = ?";
  private static final String FORGET_DATASET = "delete from datasets where id = ?";

  private final ServiceRuntime platform;
  private final ObjectStore store;
  private final DataKeys keys;
  private final MaskedCopies copies;
  private final AuditLog audit;
  private final Callers callers;
  private final Set<String> services;

  @Inject
  Erasures(
      @Service(IngestPlatform.SERVICE) ServiceRuntime platform,
      ObjectStore store,
      DataKeys keys,
      MaskedCopies copies,
      AuditLog audit,
      Callers callers,
      OversightConfig config) {
    this.platform = platform;
    this.store = store;
    this.keys = keys;
    this.copies = copies;
    this.audit = audit;
    this.callers = callers;
    this.services = config.erasureServices();
  }

  /**
   * Forgets a dataset. Asking again gives the same erasure.
   *
   * @return the receipt as far as it goes
   */
  public Receipt erase(String id) {
    UUID dataset =
        Datasets.Ids.read(id).orElseThrow(() -> Problems.datasetNotFound().toException());
    UUID erasure =
        byDataset(dataset).orElseGet(() -> Database.inTransaction(() -> request(dataset)));
    destroyKey(dataset);
    removeObjects(dataset);
    return receipt(erasure);
  }

  /** A receipt; a problem {@code erasure-not-found} for unknown ids. */
  public Receipt receipt(String id) {
    return receipt(Datasets.Ids.read(id).orElseThrow(() -> notFound().toException()));
  }

  /** Goes on where a process died; called at the start. */
  public void resume() {
    List<UUID> open =
        platform
            .database()
            .query(
                "select dataset_id from erasures where completed_at is null",
                row -> row.getObject("dataset_id", UUID.class));
    open.forEach(this::destroyKey);
    open.forEach(this::removeObjects);
  }

  /** A service has removed what it had; inside the transaction of the event. */
  public void acknowledged(ErasureAcknowledged event) {
    platform
        .database()
        .update(
            """
            insert into erasure_acknowledgements (erasure_id, service, objects, row_count, at)
            select id, ?, ?, ?, ? from erasures where id = ? on conflict do nothing
            """,
            event.code(),
            event.objects(),
            event.rows(),
            utc(event.header().occurredAt()),
            event.erasureId());
    if (isAnswered(event.erasureId())) {
      complete(event);
    }
  }

  /** Whether a dataset was forgotten, or is being. */
  public boolean isErased(Optional<UUID> dataset) {
    return dataset.flatMap(this::byDataset).isPresent();
  }

  private UUID request(UUID id) {
    Dataset dataset =
        Dataset.of(Tenants.DEFAULT, id).orElseThrow(() -> Problems.datasetNotFound().toException());
    UUID erasure = UUID.randomUUID();
    List<Receipt.Erased> erased = erased(dataset);
    insert(erasure, id, erased);
    audit.append(
        Tenants.DEFAULT,
        "erasure-requested",
        Map.of("dataset", id.toString(), "erasure", erasure.toString()));
    platform
        .outbox()
        .append(
            new ErasureRequested(
                EventHeader.now(Tenants.DEFAULT, Tenants.DEFAULT_PROJECT), erasure, id));
    Database database = platform.database();
    database.update(FORGET_ANSWERS, id);
    database.update(FORGET_JOBS, id);
    database.update(FORGET_DATASET, id);
    return erasure;
  }

  private void insert(UUID erasure, UUID dataset, List<Receipt.Erased> erased) {
    platform
        .database()
        .update(
            """
            insert into erasures (id, tenant, dataset_id, requested_by, requested_at, key_id,
                                  erased, survives)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            erasure,
            Tenants.DEFAULT,
            dataset,
            callers.nameOr(IngestPlatform.SERVICE),
            utc(Instant.now()),
            keyId(dataset).orElse(null),
            ReceiptJson.write(erased),
            ReceiptJson.writeTexts(surviving(dataset)));
  }

  private List<Receipt.Erased> erased(Dataset dataset) {
    List<Receipt.Erased> erased = new ArrayList<>();
    erased.add(new Receipt.Erased("upload", dataset.bytes, dataset.sha256));
    erased.add(erased("canonical copy", dataset.canonical.ref()));
    erased.add(erased("reading", dataset.reading.ref()));
    erased.addAll(
        platform
            .database()
            .query(
                "select csv_bytes, csv_sha256 from jobs where dataset_id = ? and csv_key is not null",
                row ->
                    new Receipt.Erased(
                        "result", row.getLong("csv_bytes"), row.getString("csv_sha256")),
                dataset.id));
    return erased;
  }

  private static Receipt.Erased erased(String what, ObjectRef ref) {
    return new Receipt.Erased(what, ref.bytes(), ref.sha256());
  }

  /**
   * Project keys outlive a dataset: what was masked under them can still be undone. Those that its
   * copies used; all of them when that cannot be found out any more.
   */
  private List<String> surviving(UUID dataset) {
    try {
      return copies.scopesBelow(EncryptedObjectStore.folder(Tenants.DEFAULT, dataset)).stream()
          .filter(scope -> scope.kind() == KeyScope.Kind.PROJECT)
          .map(KeyScope::id)
          .distinct()
          .sorted()
          .toList();
    } catch (IOException | KeyUnavailableException unreadable) {
      return keys.projects(Tenants.DEFAULT);
    }
  }

  private Optional<String> keyId(UUID dataset) {
    try {
      return Optional.of(keys.of(scope(dataset)).id());
    } catch (KeyUnavailableException gone) {
      return Optional.empty();
    }
  }

  private void destroyKey(UUID dataset) {
    if (keys.exists(scope(dataset))) {
      keys.destroy(scope(dataset));
      Database.inTransaction(
          () ->
              audit.append(
                  Tenants.DEFAULT, "key-destroyed", Map.of("dataset", dataset.toString())));
    }
  }

  private void removeObjects(UUID dataset) {
    try {
      for (String key : store.keysBelow(EncryptedObjectStore.folder(Tenants.DEFAULT, dataset))) {
        store.delete(key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isAnswered(UUID erasure) {
    Set<String> answered =
        platform
            .database()
            .query(
                "select service from erasure_acknowledgements where erasure_id = ?",
                row -> row.getString("service"),
                erasure)
            .stream()
            .collect(Collectors.toSet());
    return answered.containsAll(services);
  }

  private void complete(ErasureAcknowledged event) {
    int completed =
        platform
            .database()
            .update(
                "update erasures set completed_at = ? where id = ? and completed_at is null",
                utc(Instant.now()),
                event.erasureId());
    if (completed == 1) {
      removeObjects(event.datasetId());
      audit.append(
          event.header().tenant(),
          "erasure-completed",
          Map.of("dataset", event.datasetId().toString(), "erasure", event.erasureId().toString()));
    }
  }

  private Optional<UUID> byDataset(UUID dataset) {
    return platform
        .database()
        .first(
            "select id from erasures where tenant = ? and dataset_id = ?",
            row -> row.getObject("id", UUID.class),
            Tenants.DEFAULT,
            dataset);
  }

  private Receipt receipt(UUID id) {
    List<Receipt.Acknowledged> services =
        platform
            .database()
            .query(
                "select * from erasure_acknowledgements where erasure_id = ? order by service",
                row ->
                    new Receipt.Acknowledged(
                        row.getString("service"),
                        row.getLong("objects"),
                        row.getLong("row_count"),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                id);
    return platform
        .database()
        .first(
            "select * from erasures where id = ? and tenant = ?",
            row ->
                new Receipt(
                    id,
                    row.getObject("dataset_id", UUID.class),
                    row.getString("requested_by"),
                    row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("completed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    Optional.ofNullable(row.getString("key_id")),
                    ReceiptJson.read(row.getString("erased")),
                    services,
                    ReceiptJson.readTexts(row.getString("survives"))),
            id,
            Tenants.DEFAULT)
        .orElseThrow(() -> notFound().toException());
  }

  private static KeyScope scope(UUID dataset) {
    return KeyScope.dataset(Tenants.DEFAULT, dataset.toString());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private static Problem notFound() {
    return Problem.of(
        404,
        "erasure-not-found",
        "Erasure not found",
        "There is no erasure with this id.",
        "Use the link in the answer to DELETE /v1/datasets/{id}.");
  }
}
