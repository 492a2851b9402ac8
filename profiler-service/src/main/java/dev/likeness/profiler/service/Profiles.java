package dev.likeness.profiler.service;

import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfiledTable;
import dev.likeness.contracts.ProfilingFailed;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Await;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.profiler.config.ProfilerConfig;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.profiler.persistence.ProfileState;
import dev.likeness.profiler.persistence.StoredObject;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The profiles of datasets: begun, ended, and looked up. */
@Singleton
public class Profiles {

  private static final int FIRST_VERSION = 1;

  private final ServiceRuntime platform;
  private final ObjectStore store;
  private final ProfilerConfig config;

  @Inject
  Profiles(
      @Service(ProfilerPlatform.SERVICE) ServiceRuntime platform,
      ObjectStore store,
      ProfilerConfig config) {
    this.platform = platform;
    this.store = store;
    this.config = config;
  }

  /** Notes a new dataset and the work to be done, in the transaction of its event. */
  public void begin(DatasetUploaded event) {
    String tenant = event.header().tenant();
    if (Profile.of(tenant, event.datasetId()).isPresent()) {
      return;
    }
    UploadedTable table = event.tables().getFirst();
    Profile profile = new Profile();
    profile.datasetId = event.datasetId();
    profile.tenant = tenant;
    profile.state = ProfileState.PROFILING;
    profile.canonical = StoredObject.of(table.canonical());
    profile.reading = StoredObject.of(table.reading());
    profile.createdAt = event.header().occurredAt();
    profile.updatedAt = profile.createdAt;
    profile.persist();
    platform.work().enqueue(event.datasetId(), tenant, ProfileWork.STAGE);
  }

  /** Notes a profile and tells of it, in the transaction that ends its work. */
  void succeed(String tenant, UUID dataset, ObjectRef profile) {
    Profile row = require(tenant, dataset);
    row.state = ProfileState.PROFILED;
    row.version = FIRST_VERSION;
    row.profile = StoredObject.of(profile);
    row.updatedAt = Instant.now();
    tell(
        new DatasetProfiled(
            EventHeader.now(tenant, Tenants.DEFAULT_PROJECT),
            dataset,
            FIRST_VERSION,
            List.of(new ProfiledTable(0, profile))));
  }

  /** Notes that there will be no profile and tells of it, in the transaction that ends its work. */
  void fail(String tenant, UUID dataset, String code) {
    Profile row = require(tenant, dataset);
    row.state = ProfileState.FAILED;
    row.code = code;
    row.updatedAt = Instant.now();
    tell(new ProfilingFailed(EventHeader.now(tenant, Tenants.DEFAULT_PROJECT), dataset, code));
  }

  /** The row of a dataset whose work is being done. */
  static Profile require(String tenant, UUID dataset) {
    return Profile.of(tenant, dataset)
        .orElseThrow(() -> new IllegalStateException("work for a dataset without a row"));
  }

  /** What is known about a dataset's columns; empty for datasets that nobody heard of. */
  public Optional<FoundProfile> find(UUID dataset) {
    return Await.upTo(config.patience(), () -> look(dataset)).map(this::found);
  }

  private static Optional<Profile> look(UUID dataset) {
    return Database.inTransaction(() -> Profile.of(Tenants.DEFAULT, dataset));
  }

  private FoundProfile found(Profile row) {
    return switch (row.state) {
      case PROFILING -> new FoundProfile.Pending();
      case FAILED -> new FoundProfile.Failed(Optional.ofNullable(row.code).orElse("unknown"));
      case PROFILED -> new FoundProfile.Ready(row.version, read(row));
    };
  }

  private TableProfile read(Profile row) {
    ObjectRef ref = Optional.ofNullable(row.profile).orElseThrow().ref();
    try (InputStream in = store.open(ref.key())) {
      return TableJson.mapper().readValue(in, TableProfile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(Event event) {
    platform.outbox().append(event);
  }
}
