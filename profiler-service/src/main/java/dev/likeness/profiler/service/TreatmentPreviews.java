package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.MaskedCopy;
import dev.likeness.privacy.plan.MaskedCopy.PreviewColumn;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.KeepTreatment;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.profiler.persistence.Profile;
import dev.likeness.profiler.persistence.ProfileState;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Shows what treatments would do to the first rows of a dataset, under a key that is made for that
 * and thrown away. Nothing is stored.
 */
@Singleton
public class TreatmentPreviews {

  private final ObjectStore store;
  private final Profiles profiles;
  private final Plans plans;

  @Inject
  TreatmentPreviews(ObjectStore store, Profiles profiles, Plans plans) {
    this.store = store;
    this.profiles = profiles;
    this.plans = plans;
  }

  /**
   * Ten rows before and after.
   *
   * @param patch what would be said about columns; those that it names are shown, without any all
   *     that would be treated
   * @param place JSON pointer to it
   */
  public List<PreviewColumn> of(UUID dataset, ObjectNode patch, String place) throws IOException {
    Profile row = row(dataset);
    Reading reading = profiles.reading(row);
    ColumnRules.check(patch, reading.columns(), place);
    Said said = profiles.said(row).about(reading.columns());
    Configuration wanted =
        plans.configuration(
            MergePatch.apply(said.columns(), patch), said.configuration().project(), place);
    TableProfile table = profiles.stored(row).table();
    plans.check(wanted, table, place);
    TreatmentPlan plan = shown(Plans.plan(table, wanted), patch);
    DataKey key = DataKey.generate(KeyScope.dataset(row.tenant, "preview"));
    MaskedCopy copy =
        MaskedCopy.of(reading, Supposed.profile(table, wanted.amendments()), plan, key, Vault.NONE);
    try (LocalObject canonical = store.local(row.canonical.ref())) {
      return copy.preview(canonical.path()).stream()
          .filter(column -> patch.isEmpty() || patch.has(column.name()))
          .toList();
    }
  }

  private Profile row(UUID dataset) {
    profiles.awaited(dataset).orElseThrow(() -> Problems.datasetNotFound().toException());
    Profile row =
        Database.inTransaction(() -> Profile.of(Tenants.DEFAULT, dataset))
            .orElseThrow(() -> Problems.datasetNotFound().toException());
    if (row.state != ProfileState.PROFILED) {
      throw ProfilerProblems.beingProfiled().toException();
    }
    return row;
  }

  /** Columns that were asked for and are not treated are shown as they stand. */
  private static TreatmentPlan shown(TreatmentPlan plan, ObjectNode patch) {
    Map<String, TreatmentChoice> untreated = new LinkedHashMap<>();
    patch
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (plan.of(name).isEmpty()) {
                untreated.put(
                    name,
                    TreatmentChoice.of(KeepTreatment.NAME, JsonNodeFactory.instance.objectNode()));
              }
            });
    return plan.with(untreated);
  }
}
