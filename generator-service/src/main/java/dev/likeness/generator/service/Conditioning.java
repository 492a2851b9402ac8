package dev.likeness.generator.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.synthesis.Synthesis;
import dev.likeness.synthesis.SynthesisRequest;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.ConditionsJson;
import dev.likeness.table.condition.InvalidConditionException;
import dev.likeness.table.io.CanonicalTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * What the rows of a job shall be like. Conditions name values of cells: they are kept as an object
 * under the dataset's key, never in a row of the database or an event.
 */
@ApplicationScoped
public class Conditioning {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectStore store;

  Conditioning(ObjectStore store) {
    this.store = store;
  }

  /**
   * Checks conditions against the rows that would be learnt.
   *
   * @param treated how columns are treated
   * @throws dev.likeness.platform.problem.ProblemException when one cannot be met
   */
  void check(
      SynthesisRequest request, KnownDataset dataset, PlannedProfile planned, TreatmentPlan treated)
      throws IOException {
    try (LocalObject canonical = store.local(dataset.canonical());
        CanonicalTable table = CanonicalTable.open(canonical.path(), planned.profile().schema())) {
      check(request, table, planned, treated);
    }
  }

  /** The same where the rows are open already. */
  void check(
      SynthesisRequest request,
      CanonicalTable table,
      PlannedProfile planned,
      TreatmentPlan treated) {
    try {
      Synthesis.checkConditions(table, request, TreatmentPlan.context(planned.profile()), treated);
    } catch (InvalidConditionException e) {
      throw GeneratorProblems.invalidCondition(e).toException();
    }
  }

  /** Keeps conditions. */
  ObjectRef keep(Conditions conditions, KnownDataset dataset) throws IOException {
    String folder = EncryptedObjectStore.folder(Tenants.DEFAULT, dataset.datasetId());
    return store.put(
        folder + "/wishes/" + UUID.randomUUID() + ".json",
        out -> JSON.writeValue(out, ConditionsJson.write(conditions)));
  }

  /** The conditions of a job. */
  Conditions of(Job job) {
    return job.order().conditions().map(this::read).orElseGet(Conditions::none);
  }

  private Conditions read(ObjectRef ref) {
    try (InputStream in = store.open(ref.key())) {
      return ConditionsJson.read(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("object " + ref.key() + " cannot be read", e);
    }
  }
}
