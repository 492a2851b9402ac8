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
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    Profile row = Database.inTransaction(() -> Profiles.require(work.tenant(), work.jobId()));
    TableProfile profile = profile(row, work);
    String key =
        "datasets/" + work.tenant() + "/" + work.jobId() + "/1/profile-" + work.fence() + ".json";
    ObjectRef ref = store.put(key, out -> out.write(TableJson.mapper().writeValueAsBytes(profile)));
    work.complete(() -> profiles.succeed(work.tenant(), work.jobId(), ref));
  }

  @Override
  public void onFailed(WorkContext work, Problem problem) {
    profiles.fail(work.tenant(), work.jobId(), problem.code());
  }

  private TableProfile profile(Profile row, WorkContext work) throws IOException {
    try (LocalObject canonical = store.local(row.canonical.ref());
        Scratch scratch = store.scratch();
        InputStream reading = store.open(row.reading.ref().key())) {
      Path table = near(canonical.path(), scratch.file("canonical.parquet"));
      return PersonalData.profile(
          table, TableJson.mapper().readValue(reading, Reading.class), work.run());
    }
  }

  /** The profiler spills beside the file it reads, and the store is no place for that. */
  private static Path near(Path object, Path name) throws IOException {
    try {
      return Files.createLink(name, object);
    } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
      return Files.copy(object, name);
    }
  }
}
