package dev.likeness.profiler.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.platform.Service;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.platform.work.WorkHandler;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at every column of a dataset. */
@Singleton
@Service(ProfilerPlatform.SERVICE)
public class ProfileWork implements WorkHandler {

  static final String STAGE = "profile";

  private final Profiles profiles;
  private final ObjectStore store;

  @Inject
  ProfileWork(Profiles profiles, ObjectStore store) {
    this.profiles = profiles;
    this.store = store;
  }

  @Override
  public String stage() {
    return STAGE;
  }

  @Override
  public void run(WorkContext work) throws IOException {
    while (!isDone(work)) {
      work.run().cancellation().check();
    }
  }

  /** Makes the profile that is asked for now; not done when another was asked for meanwhile. */
  private boolean isDone(WorkContext work) throws IOException {
    Profile row = Database.inTransaction(() -> Profiles.require(work.tenant(), work.jobId()));
    byte[] profile = profile(row, work).bytes();
    ObjectRef ref =
        store.put(
            ProfileObjects.profile(row, Long.toString(work.fence())), out -> out.write(profile));
    try {
      work.complete(() -> profiles.succeed(work.tenant(), work.jobId(), row.version, ref));
      return true;
    } catch (OutdatedException meanwhile) {
      return false;
    }
  }

  @Override
  public void onFailed(WorkContext work, Problem problem) {
    profiles.fail(work.tenant(), work.jobId(), problem.code());
  }

  private StoredProfile profile(Profile row, WorkContext work) throws IOException {
    Reading reading = profiles.reading(row);
    Configuration said = profiles.said(row).about(reading.columns()).configuration();
    try (LocalObject canonical = store.local(row.canonical.ref());
        Scratch scratch = store.scratch()) {
      Path table = Nearby.link(canonical.path(), scratch.file("canonical.parquet"));
      TableProfile profile = PersonalData.profile(table, reading, said.amendments(), work.run());
      Exposure exposure = Exposure.of(table, profile, work.run());
      return new StoredProfile(
          new PlannedProfile(profile, said.treatments()), Optional.of(exposure));
    }
  }
}
