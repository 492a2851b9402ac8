package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.sql.Database;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.table.io.Reading;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Gives what people said about a dataset as a configuration file. */
@Singleton
public class Configurations {

  private final Profiles profiles;

  @Inject
  Configurations(Profiles profiles) {
    this.profiles = profiles;
  }

  /** The file; empty for datasets that nobody heard of. */
  public Optional<ObjectNode> of(UUID dataset) {
    return profiles
        .find(dataset)
        .flatMap(known -> Database.inTransaction(() -> Profile.of(Tenants.DEFAULT, dataset)))
        .map(this::file);
  }

  private ObjectNode file(Profile row) {
    Reading reading = profiles.reading(row);
    Configuration said = profiles.said(row).about(reading.columns()).configuration();
    return new Configuration(reading.options(), said.columns(), said.project()).toJson();
  }
}
