package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.platform.work.WorkHandler;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Path;

/** Looks for something between the columns of a dataset. */
abstract class FindingWork implements WorkHandler {

  private final FindingKind kind;
  private final Findings findings;
  private final Profiles profiles;
  private final ObjectStore store;

  FindingWork(FindingKind kind, Findings findings, Profiles profiles, ObjectStore store) {
    this.kind = kind;
    this.findings = findings;
    this.profiles = profiles;
    this.store = store;
  }

  /** What is found in a canonical copy, as it will be told. */
  abstract JsonNode find(Path canonical, TableProfile profile, RunContext run);

  @Override
  public final String stage() {
    return kind.word();
  }

  @Override
  public final void run(WorkContext work) throws IOException {
    while (!isDone(work)) {
      work.run().cancellation().check();
    }
  }

  private boolean isDone(WorkContext work) throws IOException {
    int version = findings.asked(work.jobId(), kind);
    Profile row = Database.inTransaction(() -> Profiles.require(work.tenant(), work.jobId()));
    byte[] found = TableJson.mapper().writeValueAsBytes(find(row, work));
    String key = ProfileObjects.finding(row, kind, work.fence());
    store.put(key, out -> out.write(found));
    try {
      work.complete(() -> findings.succeed(work.jobId(), kind, version, key));
      return true;
    } catch (OutdatedException meanwhile) {
      return false;
    }
  }

  private JsonNode find(Profile row, WorkContext work) throws IOException {
    try (LocalObject canonical = store.local(row.canonical.ref());
        Scratch scratch = store.scratch()) {
      Path table = Nearby.link(canonical.path(), scratch.file("canonical.parquet"));
      return find(table, profiles.stored(row).table(), work.run());
    }
  }

  @Override
  public final void onFailed(WorkContext work, Problem problem) {
    findings.fail(work.jobId(), kind, problem.code());
  }
}
