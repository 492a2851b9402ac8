package dev.likeness.ingest.service;

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
import dev.likeness.platform.http.Answer;
import dev.likeness.platform.http.IdempotentRequest;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.ReadOptions;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Takes files in: reads a file into its canonical copy, puts copy and reading into the object
 * store, and makes the dataset known, all or nothing.
 */
@Singleton
public class Uploads {

  private static final Logger LOG = Logger.getLogger(Uploads.class);
  private static final String OPERATION = "POST /v1/datasets";

  private final ServiceRuntime platform;
  private final ObjectStore store;
  private final DataKeys keys;
  private final SealedAnswers answers;
  private final AuditLog audit;
  private final IngestConfig config;
  private final ReadingTurns turns;

  @Inject
  Uploads(
      @Service(IngestPlatform.SERVICE) ServiceRuntime platform,
      ObjectStore store,
      DataKeys keys,
      SealedAnswers answers,
      AuditLog audit,
      IngestConfig config,
      ReadingTurns turns) {
    this.platform = platform;
    this.store = store;
    this.keys = keys;
    this.answers = answers;
    this.audit = audit;
    this.config = config;
    this.turns = turns;
  }

  /** Objects of a dataset before its row exists. */
  private record Stored(ObjectRef canonical, ObjectRef reading, Optional<ObjectRef> upload) {}

  /**
   * Makes a dataset of a file.
   *
   * @param file on disk; moved away if uploads are kept
   * @param options what people say about it
   * @param key idempotency key
   * @param answer what to say about it
   * @return that, or what was said to the same request before
   */
  public Answer take(
      IncomingFile file,
      ReadOptions options,
      Optional<String> key,
      BiFunction<DatasetInfo, Preview, Answer> answer)
      throws IOException {
    IdempotentRequest request =
        IdempotentRequest.of(Tenants.DEFAULT, OPERATION, key, fingerprint(file, options));
    Optional<Answer> before = platform.idempotencyKeys().find(request);
    return before.isPresent() ? answers.open(before.get()) : take(file, options, request, answer);
  }

  private static String fingerprint(IncomingFile file, ReadOptions options) throws IOException {
    String plain = file.sha256() + " " + file.name();
    return options.equals(ReadOptions.none())
        ? plain
        : plain + " " + TableJson.mapper().writeValueAsString(options);
  }

  private Answer take(
      IncomingFile file,
      ReadOptions options,
      IdempotentRequest request,
      BiFunction<DatasetInfo, Preview, Answer> answer)
      throws IOException {
    try (Scratch scratch = store.scratch()) {
      Path canonical = scratch.file("canonical.parquet");
      Reading reading = read(file.path(), canonical, options);
      Preview preview =
          new Preview(reading.columns(), CanonicalTable.preview(canonical, Preview.FIRST_ROWS));
      DatasetInfo info =
          new DatasetInfo(
              UUID.randomUUID(),
              file.name(),
              DatasetState.UPLOADED.name(),
              file.bytes(),
              file.sha256(),
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              reading,
              1,
              config.keepUpload());
      return keep(info, file.path(), canonical, request, () -> answer.apply(info, preview));
    }
  }

  private Reading read(Path upload, Path canonical, ReadOptions options) {
    return turns.take(
        () ->
            TableReader.ingest(
                upload, canonical, options, config.readLimits(), RunContext.quiet()));
  }

  private Answer keep(
      DatasetInfo info,
      Path upload,
      Path canonical,
      IdempotentRequest request,
      java.util.function.Supplier<Answer> answer)
      throws IOException {
    String folder = EncryptedObjectStore.folder(Tenants.DEFAULT, info.id()) + "/1/";
    KeyScope scope = KeyScope.dataset(Tenants.DEFAULT, info.id().toString());
    boolean kept = false;
    try {
      keys.create(scope);
      Stored stored =
          new Stored(
              store.adopt(folder + "canonical.parquet", canonical),
              store.put(folder + "reading.json", out -> write(out, info.reading())),
              info.uploadKept()
                  ? Optional.of(store.adopt(UploadFiles.key(info.id()), upload))
                  : Optional.empty());
      Answer given =
          platform
              .idempotencyKeys()
              .once(
                  request,
                  () -> {
                    announce(info, stored);
                    return answers.seal(answer.get());
                  });
      kept = !given.replayed();
      return answers.open(given);
    } finally {
      if (!kept) {
        keys.destroy(scope);
        discard(folder, info.id());
      }
    }
  }

  private static void write(java.io.OutputStream out, Reading reading) throws IOException {
    out.write(TableJson.mapper().writeValueAsBytes(reading));
  }

  /** Row and event, in the transaction of the answer. */
  private void announce(DatasetInfo info, Stored stored) {
    Dataset dataset = new Dataset();
    dataset.id = info.id();
    dataset.tenant = Tenants.DEFAULT;
    dataset.name = info.name();
    dataset.state = DatasetState.UPLOADED;
    dataset.rows = info.reading().rows();
    dataset.bytes = info.bytes();
    dataset.sha256 = info.sha256();
    dataset.canonical = StoredObject.of(stored.canonical());
    dataset.reading = StoredObject.of(stored.reading());
    dataset.createdAt = info.createdAt();
    dataset.version = info.version();
    dataset.upload = stored.upload().map(StoredObject::of).orElse(null);
    dataset.persist();
    platform.outbox().append(event(info, stored));
    String id = info.id().toString();
    audit.append(
        Tenants.DEFAULT,
        "key-created",
        Map.of("dataset", id, "key", keys.of(KeyScope.dataset(Tenants.DEFAULT, id)).id()));
    audit.append(
        Tenants.DEFAULT,
        "dataset-uploaded",
        Map.of("dataset", id, "bytes", Long.toString(info.bytes()), "sha256", info.sha256()));
  }

  private static DatasetUploaded event(DatasetInfo info, Stored stored) {
    return new DatasetUploaded(
        EventHeader.now(Tenants.DEFAULT, Tenants.DEFAULT_PROJECT),
        info.id(),
        1,
        List.of(
            new UploadedTable(
                0,
                info.reading().rows(),
                info.reading().columns().size(),
                stored.canonical(),
                stored.reading())));
  }

  private void discard(String folder, UUID id) {
    try {
      store.delete(folder + "canonical.parquet");
      store.delete(folder + "reading.json");
      store.delete(UploadFiles.key(id));
    } catch (IOException e) {
      LOG.warnf("objects of a refused upload were not removed (%s)", e.getClass().getSimpleName());
    }
  }
}
