package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.profiler.persistence.ProfileState;
import dev.likeness.profiler.persistence.StoredObject;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.TableProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Takes down what people say about columns, and lets the profile follow. */
@Singleton
public class Amendments {

  private static final String NOTE =
      """
      insert into amendments
        (dataset_id, profile_version, column_position, amended_by, amended_at)
      values (?, ?, ?, ?, ?)
      """;

  private final ServiceRuntime platform;
  private final ObjectStore store;
  private final Profiles profiles;
  private final Plans plans;
  private final Callers callers;

  @Inject
  Amendments(
      @Service(ProfilerPlatform.SERVICE) ServiceRuntime platform,
      ObjectStore store,
      Profiles profiles,
      Plans plans,
      Callers callers) {
    this.platform = platform;
    this.store = store;
    this.profiles = profiles;
    this.plans = plans;
    this.callers = callers;
  }

  /** What is known before a change. */
  private record Before(Profile row, Reading reading, Said said, Optional<StoredProfile> stored) {}

  /**
   * Merges a patch into what is said about columns.
   *
   * @param match version of the profile that it is meant for, as an entity tag
   * @return the profile that follows; pending where columns have to be looked at for longer
   */
  public FoundProfile patch(UUID dataset, Optional<String> match, ObjectNode patch) {
    return change(
        dataset,
        match,
        (before, names) -> {
          ColumnRules.check(patch, names, "");
          ObjectNode merged = MergePatch.apply(before.said().columns(), patch);
          return plans.configuration(merged, before.said().configuration().project(), "");
        },
        "");
  }

  /** Replaces all that is said about columns by what a configuration file says. */
  public FoundProfile configure(UUID dataset, Optional<String> match, JsonNode file) {
    return change(
        dataset,
        match,
        (before, names) -> plans.configuration(file, names, before.reading()),
        Plans.COLUMNS);
  }

  private FoundProfile change(
      UUID dataset,
      Optional<String> match,
      BiFunction<Before, List<String>, Configuration> wish,
      String place) {
    profiles.awaited(dataset).orElseThrow(() -> Problems.datasetNotFound().toException());
    Database.inTransaction(
        () -> {
          profiles.holdWork(dataset);
          Before before = before(dataset, match);
          Configuration wanted = wish.apply(before, before.reading().columns());
          before.stored().ifPresent(stored -> plans.check(wanted, stored.table(), place));
          store(before, wanted);
          return true;
        });
    profiles.mark(dataset);
    return profiles.awaited(dataset).orElseThrow(() -> Problems.datasetNotFound().toException());
  }

  private Before before(UUID dataset, Optional<String> match) {
    Profile row =
        Profile.locked(Tenants.DEFAULT, dataset)
            .orElseThrow(() -> Problems.datasetNotFound().toException());
    if (row.state == ProfileState.PROFILING) {
      throw ProfilerProblems.beingProfiled().toException();
    }
    if (row.state == ProfileState.FAILED && row.said == null) {
      throw Problems.profilingFailed(Optional.ofNullable(row.code).orElse("unknown")).toException();
    }
    if (match.filter(tag -> !matches(tag, row.version)).isPresent()) {
      throw ProfilerProblems.changed().toException();
    }
    Reading reading = profiles.reading(row);
    Optional<StoredProfile> stored =
        row.state == ProfileState.PROFILED ? Optional.of(profiles.stored(row)) : Optional.empty();
    return new Before(row, reading, profiles.said(row).about(reading.columns()), stored);
  }

  private static boolean matches(String header, int version) {
    for (String tag : header.split(",", -1)) {
      String plain = tag.strip();
      if (plain.equals("*") || plain.equals("\"" + version + "\"")) {
        return true;
      }
    }
    return false;
  }

  private void store(Before before, Configuration wanted) {
    List<String> changed = changed(before, wanted);
    boolean same =
        changed.isEmpty() && wanted.project().equals(before.said().configuration().project());
    if (same && before.stored().isPresent()) {
      return;
    }
    Profile row = before.row();
    row.version++;
    row.updatedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Said said = said(before, wanted, changed, row.updatedAt);
    row.said = StoredObject.of(put(ProfileObjects.said(row), said.bytes()));
    note(row, before.reading().columns(), changed);
    Optional<StoredProfile> kept = before.stored().filter(stored -> holds(stored, before, wanted));
    if (kept.isPresent()) {
      byte[] planned = kept.get().with(wanted.treatments()).bytes();
      profiles.replace(row, put(ProfileObjects.profile(row, "amended"), planned));
    } else {
      row.state = ProfileState.PROFILING;
      profiles.enqueue(row);
    }
  }

  private static List<String> changed(Before before, Configuration wanted) {
    Map<String, Configuration.ColumnSettings> old = before.said().configuration().columns();
    List<String> changed = new ArrayList<>();
    for (String name : before.reading().columns()) {
      Optional<Configuration.ColumnSettings> was = Optional.ofNullable(old.get(name));
      if (!was.equals(Optional.ofNullable(wanted.columns().get(name)))) {
        changed.add(name);
      }
    }
    return changed;
  }

  private Said said(Before before, Configuration wanted, List<String> changed, Instant at) {
    Map<String, Said.Amended> who = new LinkedHashMap<>(before.said().amended());
    for (String name : changed) {
      if (wanted.columns().containsKey(name)) {
        who.put(name, new Said.Amended(caller(), at));
      } else {
        who.remove(name);
      }
    }
    return new Said(wanted, who);
  }

  private void note(Profile row, List<String> names, List<String> changed) {
    Profile.flush();
    for (String name : changed) {
      platform
          .database()
          .update(
              NOTE,
              row.datasetId,
              row.version,
              names.indexOf(name) + 1,
              caller(),
              row.updatedAt.atOffset(ZoneOffset.UTC));
    }
  }

  private String caller() {
    return callers.nameOr(ProfilerPlatform.SERVICE);
  }

  /** Whether what is known of the columns stays true; only treatments changed, or words confirm. */
  private static boolean holds(StoredProfile stored, Before before, Configuration wanted) {
    Map<String, Configuration.ColumnSettings> old = before.said().configuration().columns();
    TableProfile table = stored.table();
    return table.columns().stream()
        .allMatch(
            column -> {
              Amendment was = amendment(column.name(), old);
              Amendment is = amendment(column.name(), wanted.columns());
              boolean takenBack =
                  was.role().isPresent() && is.role().isEmpty()
                      || was.type().isPresent() && is.type().isEmpty();
              boolean read =
                  is.kind().equals(was.kind())
                      && is.pattern().equals(was.pattern())
                      && is.decimal().equals(was.decimal())
                      && is.missingTokens().equals(was.missingTokens());
              return read && !takenBack && Supposed.agrees(column, is);
            });
  }

  private static Amendment amendment(
      String column, Map<String, Configuration.ColumnSettings> settings) {
    return Optional.ofNullable(settings.get(column))
        .map(Configuration.ColumnSettings::amendment)
        .orElseGet(() -> Amendment.none(column));
  }

  private ObjectRef put(String key, byte[] bytes) {
    try {
      return store.put(key, out -> out.write(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
