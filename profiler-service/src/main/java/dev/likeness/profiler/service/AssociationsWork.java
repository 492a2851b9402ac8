package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.stats.Associations;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Measures how strongly the columns of a dataset hang together. */
@Singleton
@Service(ProfilerPlatform.SERVICE)
public class AssociationsWork extends FindingWork {

  private static final long SEED = 42;

  @Inject
  AssociationsWork(Findings findings, Profiles profiles, ObjectStore store) {
    super(FindingKind.ASSOCIATIONS, findings, profiles, store);
  }

  @Override
  JsonNode find(Path canonical, TableProfile profile, RunContext run) {
    return TableJson.mapper().valueToTree(Associations.of(canonical, profile, SEED, run));
  }
}
