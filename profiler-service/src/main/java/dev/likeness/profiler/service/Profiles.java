package dev.likeness.profiler.service;

import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfileAmended;
import dev.likeness.contracts.ProfiledTable;
import dev.likeness.contracts.ProfilingFailed;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Await;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.ProfileMark;
import dev.likeness.profiler.config.ProfilerConfig;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.profiler.persistence.ProfileState;
import dev.likeness.profiler.persistence.StoredObject;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.Reading;
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
  private static final String OF_VERSION =
      """
      select distinct column_position from amendments
      where dataset_id = ? and profile_version = ? order by column_position
      """;

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

  /**
   * Notes a dataset, or another reading of it, and the work to be done, in the transaction of its
   * event.
   */
  public void begin(DatasetUploaded event) {
    String tenant = event.header().tenant();
    holdWork(event.datasetId());
    Optional<Profile> known = Profile.locked(tenant, event.datasetId());
    if (known.filter(row -> row.readingVersion >= event.version()).isPresent()) {
      return;
    }
    Profile profile = known.orElseGet(() -> fresh(event));
    UploadedTable table = event.tables().getFirst();
    profile.state = ProfileState.PROFILING;
    profile.version = known.isPresent() ? profile.version + 1 : FIRST_VERSION;
    profile.readingVersion = event.version();
    profile.canonical = StoredObject.of(table.canonical());
    profile.reading = StoredObject.of(table.reading());
    profile.updatedAt = event.header().occurredAt();
    profile.persist();
    enqueue(profile);
  }

  private static Profile fresh(DatasetUploaded event) {
    Profile profile = new Profile();
    profile.datasetId = event.datasetId();
    profile.tenant = event.header().tenant();
    profile.createdAt = event.header().occurredAt();
    return profile;
  }

  /** Has whoever makes the profile end before or wait; comes before the row is locked. */
  void holdWork(UUID dataset) {
    platform.work().hold(dataset, ProfileWork.STAGE);
  }

  void enqueue(Profile row) {
    platform.work().enqueue(row.datasetId, row.tenant, ProfileWork.STAGE);
  }

  /**
   * Notes a profile and tells of it, in the transaction that ends its work.
   *
   * @throws OutdatedException when meanwhile another was asked for
   */
  void succeed(String tenant, UUID dataset, int version, ObjectRef profile) {
    Profile row = Profile.locked(tenant, dataset).orElseThrow(OutdatedException::new);
    if (row.version != version) {
      throw new OutdatedException();
    }
    row.version = Math.max(version, FIRST_VERSION);
    row.lookedVersion = row.version;
    replace(row, profile);
  }

  /** Puts a profile in the place of the one before and tells of it. */
  void replace(Profile row, ObjectRef profile) {
    row.state = ProfileState.PROFILED;
    row.code = null;
    row.profile = StoredObject.of(profile);
    row.updatedAt = Instant.now();
    EventHeader header = EventHeader.now(row.tenant, Tenants.DEFAULT_PROJECT);
    List<ProfiledTable> tables = List.of(new ProfiledTable(0, profile));
    List<Integer> amended =
        platform
            .database()
            .query(OF_VERSION, found -> found.getInt(1) - 1, row.datasetId, row.version);
    tell(
        amended.isEmpty()
            ? new DatasetProfiled(header, row.datasetId, row.version, row.readingVersion, tables)
            : new ProfileAmended(
                header, row.datasetId, row.version, row.readingVersion, amended, tables));
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

  /** The same, having waited a moment for a profile that is being made. */
  public Optional<FoundProfile> awaited(UUID dataset) {
    Await.upTo(
        config.patience(), () -> look(dataset).filter(row -> row.state != ProfileState.PROFILING));
    return look(dataset).map(this::found);
  }

  private static Optional<Profile> look(UUID dataset) {
    return Database.inTransaction(() -> Profile.of(Tenants.DEFAULT, dataset));
  }

  private FoundProfile found(Profile row) {
    return switch (row.state) {
      case PROFILING -> new FoundProfile.Pending();
      case FAILED -> new FoundProfile.Failed(Optional.ofNullable(row.code).orElse("unknown"));
      case PROFILED ->
          new FoundProfile.Ready(row.version, stored(row), said(row).about(reading(row).columns()));
    };
  }

  /**
   * Writes down, beside the objects, the version that is there or is being made, so that jobs that
   * are asked for now wait for it.
   */
  void mark(UUID dataset) {
    Database.inTransaction(
        () -> {
          Profile.locked(Tenants.DEFAULT, dataset)
              .ifPresent(row -> ProfileMark.put(store, row.tenant, dataset, row.version));
          return true;
        });
  }

  /** The profile of a row. */
  StoredProfile stored(Profile row) {
    ObjectRef ref = Optional.ofNullable(row.profile).orElseThrow().ref();
    try (InputStream in = store.open(ref.key())) {
      return StoredProfile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What people said about the columns of a row. */
  Said said(Profile row) {
    if (row.said == null) {
      return Said.none();
    }
    try (InputStream in = store.open(row.said.ref().key())) {
      return Said.read(TableJson.mapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the file of a row was read. */
  Reading reading(Profile row) {
    try (InputStream in = store.open(row.reading.ref().key())) {
      return TableJson.mapper().readValue(in, Reading.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(Event event) {
    platform.outbox().append(event);
  }
}
