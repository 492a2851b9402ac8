package dev.likeness.evaluator.service;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.evaluation.EvaluationReport;
import dev.likeness.evaluation.MaskedEvaluationReport;
import dev.likeness.evaluation.ReportWarning;
import dev.likeness.platform.store.MaskedObjects;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.plan.MaskedManifest;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.table.Schema;
import dev.likeness.table.TableJson;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.ConditionsJson;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what ingest and profiler wrote about a dataset, and writes and reads reports. */
@ApplicationScoped
public class Readings {

  private static final JsonMapper JSON = TableJson.mapper();

  private final ObjectStore store;

  Readings(ObjectStore store) {
    this.store = store;
  }

  /** How a dataset's file was read. */
  Reading reading(ObjectRef ref) throws IOException {
    return read(ref, Reading.class);
  }

  /** The typed reading of a dataset's columns. */
  Schema schema(ObjectRef profile) throws IOException {
    return read(profile, TableProfile.class).schema();
  }

  /** The columns of a dataset, and the treatments that people chose for them. */
  PlannedProfile planned(ObjectRef profile) throws IOException {
    try (InputStream in = store.open(profile.key())) {
      return PlannedProfile.read(in);
    }
  }

  /** What the rows of a job were to be like. */
  Conditions conditions(ObjectRef ref) throws IOException {
    try (InputStream in = store.open(ref.key())) {
      return ConditionsJson.read(JSON.readTree(in));
    }
  }

  /** How a masked copy was made. */
  MaskedManifest manifest(ObjectRef csv) throws IOException {
    try (InputStream in = store.open(MaskedObjects.manifest(csv.key()))) {
      return MaskedManifest.read(in);
    }
  }

  /**
   * Keeps a report on synthetic rows, with the job that it is of and what this service adds.
   *
   * @param comparedWith which real rows it compares them with, where conditions were asked for
   */
  ObjectRef write(
      String key,
      UUID jobId,
      EvaluationReport report,
      List<ReportWarning> warnings,
      Optional<String> comparedWith,
      List<String> notes)
      throws IOException {
    ObjectNode json = json(jobId, "synthetic", report);
    json.set("warnings", JSON.valueToTree(warnings));
    json.put("compared_with", comparedWith.orElse(null));
    ArrayNode all = json.withArray("notes");
    notes.forEach(all::add);
    return write(key, json);
  }

  /** Keeps a report on masked rows, with the job that it is of. */
  ObjectRef write(String key, UUID jobId, MaskedEvaluationReport report) throws IOException {
    return write(key, json(jobId, "masked", report));
  }

  private static ObjectNode json(UUID jobId, String kind, Object report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("job_id", jobId.toString());
    json.put("state", "SUCCEEDED");
    json.put("kind", kind);
    return json.setAll(JSON.<ObjectNode>valueToTree(report));
  }

  private ObjectRef write(String key, ObjectNode json) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(json);
    return store.put(key, out -> out.write(bytes));
  }

  private <T> T read(ObjectRef ref, Class<T> type) throws IOException {
    try (InputStream in = store.open(ref.key())) {
      return JSON.readValue(in, type);
    }
  }
}
