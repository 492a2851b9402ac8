package dev.likeness.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfileAmended;
import dev.likeness.contracts.ProfiledTable;
import dev.likeness.contracts.ProfilingFailed;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does to the object store and tells by Kafka what ingest and profiler would. */
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
    UUID id = UUID.randomUUID();
    keys.create(KeyScope.dataset("default", id.toString()));
    return store(id, 1, csv);
  }

  /** Stores a second reading of a dataset. */
  public Dataset again(Dataset first, String csv) throws IOException {
    return store(first.id(), 2, csv);
  }

  /** What the profiler would tell when people chose a treatment for a column. */
  public ProfileAmended amended(Dataset dataset, String column, String treatment)
      throws IOException {
    try (InputStream in = store.open(dataset.profiled().tables().getFirst().profile().key())) {
      ObjectNode options = TableJson.mapper().createObjectNode();
      PlannedProfile planned =
          new PlannedProfile(
              PlannedProfile.read(in).profile(),
              Map.of(column, TreatmentChoice.of(treatment, options)));
      ObjectRef profile =
          json(
              EncryptedObjectStore.folder("default", dataset.id()) + "/1/profile-2.json",
              planned.toJson());
      return new ProfileAmended(
          header(), dataset.id(), 2, 1, List.of(0), List.of(new ProfiledTable(0, profile)));
    }
  }

  private Dataset store(UUID id, int version, String csv) throws IOException {
    String folder = EncryptedObjectStore.folder("default", id) + "/" + version;
    try (Scratch scratch = store.scratch()) {
      Path upload = Files.writeString(scratch.file("upload.csv"), csv);
      Path parquet = scratch.file("canonical.parquet");
      Reading reading =
          TableReader.ingest(upload, parquet, ReadLimits.defaults(), RunContext.quiet());
      ObjectRef canonical = store.adopt(folder + "/canonical.parquet", parquet);
      ObjectRef readingRef = json(folder + "/reading.json", reading);
      try (LocalObject local = store.local(canonical)) {
        ObjectRef profile =
            json(
                folder + "/profile-1.json",
                PersonalData.profile(local.path(), reading, RunContext.quiet()));
        return new Dataset(
            id,
            new DatasetUploaded(
                header(),
                id,
                version,
                List.of(
                    new UploadedTable(
                        0, reading.rows(), reading.columns().size(), canonical, readingRef))),
            new DatasetProfiled(
                header(), id, version, version, List.of(new ProfiledTable(0, profile))));
      }
    }
  }

  /** Stores a dataset and tells all of it. */
  public UUID tell(String csv) throws IOException {
    Dataset dataset = store(csv);
    tell(dataset.uploaded());
    tell(dataset.profiled());
    return dataset.id();
  }

  /** Tells an event. */
  public void tell(Event event) {
    TestRecords.send(kafka, event.topic(), event.aggregateId().toString(), EventJson.write(event));
  }

  /** Tells that a dataset's columns could not be told. */
  public void tellProfilingFailed(UUID datasetId) {
    tell(new ProfilingFailed(header(), datasetId, "internal-error"));
  }

  private ObjectRef json(String key, Object value) throws IOException {
    byte[] bytes = TableJson.mapper().writeValueAsBytes(value);
    return store.put(key, out -> out.write(bytes));
  }

  private static EventHeader header() {
    return EventHeader.now("default", "default");
  }
}
