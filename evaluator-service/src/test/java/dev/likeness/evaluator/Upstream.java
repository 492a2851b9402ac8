package dev.likeness.evaluator;

import dev.likeness.contracts.DatasetMasked;
import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.GeneratedTable;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationFailed;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.contracts.MaskedTable;
import dev.likeness.contracts.MaskingRequested;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfiledTable;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.MaskedObjects;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.MaskedCopy;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.TableJson;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.ConditionsJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does to the object store and tells by Kafka what ingest, profiler and generator would. */
public final class Upstream {

  private final ObjectStore store;
  private final DataKeys keys;
  private final String kafka;

  /** On a store and a broker. */
  public Upstream(ObjectStore store, DataKeys keys, String kafka) {
    this.store = store;
    this.keys = keys;
    this.kafka = kafka;
  }

  /** A dataset that lies in the store; nobody has told of it yet. */
  public record Dataset(UUID id, DatasetUploaded uploaded, DatasetProfiled profiled) {}

  /** Stores a dataset. */
  public Dataset store(String csv) throws IOException {
    return store(csv, Map.of());
  }

  /** Stores a dataset with treatments that people chose for its columns. */
  public Dataset store(String csv, Map<String, TreatmentChoice> chosen) throws IOException {
    UUID id = UUID.randomUUID();
    String folder = EncryptedObjectStore.folder("default", id);
    keys.create(KeyScope.dataset("default", id.toString()));
    try (Scratch scratch = store.scratch()) {
      Path upload = Files.writeString(scratch.file("upload.csv"), csv);
      Path parquet = scratch.file("canonical.parquet");
      Reading reading =
          TableReader.ingest(upload, parquet, ReadLimits.defaults(), RunContext.quiet());
      ObjectRef canonical = store.adopt(folder + "/canonical.parquet", parquet);
      ObjectRef readingRef = json(folder + "/reading.json", reading);
      try (LocalObject local = store.local(canonical)) {
        TableProfile found = PersonalData.profile(local.path(), reading, RunContext.quiet());
        ObjectRef profile =
            json(folder + "/profile-1.json", new PlannedProfile(found, chosen).toJson());
        return new Dataset(
            id,
            new DatasetUploaded(
                header(),
                id,
                1,
                List.of(
                    new UploadedTable(
                        0, reading.rows(), reading.columns().size(), canonical, readingRef))),
            new DatasetProfiled(header(), id, 1, 1, List.of(new ProfiledTable(0, profile))));
      }
    }
  }

  /** Stores rows that a job made for a dataset; nobody has told of it yet. */
  public GenerationCompleted made(Dataset dataset, String csv, List<Integer> columns)
      throws IOException {
    return made(dataset, csv, columns, Conditions.none());
  }

  /** Stores rows that a job made under conditions; nobody has told of it yet. */
  public GenerationCompleted made(
      Dataset dataset, String csv, List<Integer> columns, Conditions conditions)
      throws IOException {
    UUID job = UUID.randomUUID();
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    String folder = EncryptedObjectStore.folder("default", dataset.id()) + "/jobs/" + job;
    ObjectRef rows = store.put(folder + "/synthetic-1.csv", out -> out.write(bytes));
    ObjectRef wishes =
        conditions.isNone()
            ? null
            : json(folder + "/wishes.json", ConditionsJson.write(conditions));
    SplitSpec split = SplitSpec.of(42, dataset.uploaded().tables().getFirst().rows());
    long count = csv.lines().count() - 1;
    return new GenerationCompleted(
        header(),
        job,
        dataset.id(),
        1,
        split.seed(),
        split.share(),
        List.of(new GeneratedTable(0, count, columns, rows, rows, List.of(), wishes)));
  }

  /** Masks the rows of a dataset as the generator does; nobody has told of it yet. */
  public DatasetMasked masked(Dataset dataset, Map<String, TreatmentChoice> chosen)
      throws IOException {
    UUID job = UUID.randomUUID();
    UploadedTable table = dataset.uploaded().tables().getFirst();
    Reading reading = read(table.reading(), Reading.class);
    TableProfile profile =
        read(dataset.profiled().tables().getFirst().profile(), TableProfile.class);
    MaskedCopy copy =
        MaskedCopy.of(
            reading,
            profile,
            TreatmentPlan.of(profile, Purpose.MASKED_COPY, chosen),
            keys.of(KeyScope.dataset("default", dataset.id().toString())),
            Vault.NONE);
    String key = EncryptedObjectStore.folder("default", dataset.id()) + "/jobs/" + job + "/m.csv";
    byte[] notes = copy.manifest().bytes();
    ObjectRef manifest = store.put(MaskedObjects.manifest(key), out -> out.write(notes));
    try (LocalObject canonical = store.local(table.canonical())) {
      ObjectRef csv = store.put(key, out -> copy.write(canonical.path(), out, RunContext.quiet()));
      List<Integer> kept = copy.manifest().kept();
      return new DatasetMasked(
          header(),
          job,
          dataset.id(),
          1,
          List.of(new MaskedTable(0, reading.rows(), kept, csv, manifest, null)));
    }
  }

  /** The event that comes before masked rows. */
  public MaskingRequested maskingRequested(Dataset dataset, UUID job) {
    return new MaskingRequested(header(), job, dataset.id(), 1);
  }

  private <T> T read(ObjectRef ref, Class<T> type) throws IOException {
    try (InputStream in = store.open(ref.key())) {
      return TableJson.mapper().readValue(in, type);
    }
  }

  /** The event that comes before. */
  public GenerationRequested requested(Dataset dataset, UUID job) {
    return new GenerationRequested(header(), job, dataset.id(), "independent", 1);
  }

  /** The event of a failure. */
  public GenerationFailed failed(Dataset dataset, UUID job) {
    return new GenerationFailed(header(), job, dataset.id(), "out-of-luck");
  }

  /** The event of a cancellation. */
  public GenerationCancelled cancelled(Dataset dataset, UUID job) {
    return new GenerationCancelled(header(), job, dataset.id());
  }

  /** Tells an event. */
  public void tell(Event event) {
    TestRecords.send(kafka, event.topic(), event.aggregateId().toString(), EventJson.write(event));
  }

  private ObjectRef json(String key, Object value) throws IOException {
    byte[] bytes = TableJson.mapper().writeValueAsBytes(value);
    return store.put(key, out -> out.write(bytes));
  }

  private static EventHeader header() {
    return EventHeader.now("default", "default");
  }
}
