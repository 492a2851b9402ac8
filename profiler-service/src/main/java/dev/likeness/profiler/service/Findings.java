package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Await;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.profiler.config.ProfilerConfig;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.table.TableJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/**
 * What holds between columns: looked for when somebody asks for the first time, and kept until the
 * columns themselves are looked at again.
 */
@Singleton
public class Findings {

  private static final String LOOK =
      """
      select state, code, object_key from findings
      where dataset_id = ? and kind = ? and looked_version = ?
      """;

  private static final String BEGIN =
      """
      insert into findings (dataset_id, kind, looked_version, state, updated_at)
      values (?, ?, ?, 'LOOKING', now())
      on conflict (dataset_id, kind) do update
      set looked_version = excluded.looked_version, state = 'LOOKING', code = null,
          object_key = null, updated_at = now()
      where findings.looked_version <> excluded.looked_version
      """;

  private static final String END =
      """
      update findings set state = ?, code = ?, object_key = ?, updated_at = now()
      where dataset_id = ? and kind = ? and looked_version = ?
      """;

  private static final String VERSION =
      "select looked_version from findings where dataset_id = ? and kind = ?";

  private final ServiceRuntime platform;
  private final ObjectStore store;
  private final ProfilerConfig config;
  private final Profiles profiles;

  @Inject
  Findings(
      @Service(ProfilerPlatform.SERVICE) ServiceRuntime platform,
      ObjectStore store,
      ProfilerConfig config,
      Profiles profiles) {
    this.platform = platform;
    this.store = store;
    this.config = config;
    this.profiles = profiles;
  }

  private record Row(String state, Optional<String> code, Optional<String> key) {}

  /**
   * What is found, having waited a moment for it.
   *
   * @throws dev.likeness.platform.problem.ProblemException when there is no such dataset, or no
   *     profile of it
   */
  public Finding of(UUID dataset, FindingKind kind) {
    FoundProfile known =
        profiles.awaited(dataset).orElseThrow(() -> Problems.datasetNotFound().toException());
    return switch (known) {
      case FoundProfile.Pending pending -> new Finding.Pending();
      case FoundProfile.Failed failed -> new Finding.Failed(failed.code());
      case FoundProfile.Ready ready -> {
        begin(dataset, kind);
        yield Await.upTo(config.patience(), () -> ended(dataset, kind, ready.version()))
            .orElseGet(Finding.Pending::new);
      }
    };
  }

  private void begin(UUID dataset, FindingKind kind) {
    Database.inTransaction(
        () -> {
          Profile row = Profiles.require(Tenants.DEFAULT, dataset);
          if (row(row, kind).isEmpty()
              && platform.database().update(BEGIN, dataset, kind.name(), row.lookedVersion) > 0) {
            platform.work().enqueue(dataset, row.tenant, kind.word());
          }
          return true;
        });
  }

  private Optional<Row> row(Profile profile, FindingKind kind) {
    return platform
        .database()
        .first(
            LOOK,
            row ->
                new Row(
                    row.getString(1),
                    Optional.ofNullable(row.getString(2)),
                    Optional.ofNullable(row.getString(3))),
            profile.datasetId,
            kind.name(),
            profile.lookedVersion);
  }

  private Optional<Finding> ended(UUID dataset, FindingKind kind, int version) {
    Optional<Row> row =
        Database.inTransaction(() -> Profile.of(Tenants.DEFAULT, dataset))
            .flatMap(profile -> row(profile, kind));
    return row.flatMap(
        found ->
            switch (found.state()) {
              case "FOUND" -> Optional.of(new Finding.Found(version, read(found.key())));
              case "FAILED" -> Optional.of(new Finding.Failed(found.code().orElse("unknown")));
              default -> Optional.empty();
            });
  }

  private JsonNode read(Optional<String> key) {
    try (InputStream in = store.open(key.orElseThrow())) {
      return TableJson.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At which version the columns were looked at that a finding is asked for. */
  int asked(UUID dataset, FindingKind kind) {
    return platform
        .database()
        .first(VERSION, row -> row.getInt(1), dataset, kind.name())
        .orElseThrow(() -> new IllegalStateException("work for a finding without a row"));
  }

  /**
   * Notes a finding, in the transaction that ends its work.
   *
   * @throws OutdatedException when the columns were looked at again meanwhile
   */
  void succeed(UUID dataset, FindingKind kind, int version, String key) {
    if (platform.database().update(END, "FOUND", null, key, dataset, kind.name(), version) == 0) {
      throw new OutdatedException();
    }
  }

  /** Notes that nothing can be found, in the transaction that ends its work. */
  void fail(UUID dataset, FindingKind kind, String code) {
    int version = asked(dataset, kind);
    platform.database().update(END, "FAILED", code, null, dataset, kind.name(), version);
  }
}
