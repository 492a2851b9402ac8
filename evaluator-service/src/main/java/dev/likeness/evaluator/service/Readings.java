package dev.likeness.evaluator.service;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.evaluation.EvaluationReport;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.table.Schema;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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

  /** Keeps a report, with the job that it is of and notes of this service. */
  ObjectRef write(String key, UUID jobId, EvaluationReport report, List<String> notes)
      throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("job_id", jobId.toString());
    json.put("state", "SUCCEEDED");
    json.setAll(JSON.<ObjectNode>valueToTree(report));
    ArrayNode all = json.withArray("notes");
    notes.forEach(all::add);
    byte[] bytes = JSON.writeValueAsBytes(json);
    return store.put(key, out -> out.write(bytes));
  }

  private <T> T read(ObjectRef ref, Class<T> type) throws IOException {
    try (InputStream in = store.open(ref.key())) {
      return JSON.readValue(in, type);
    }
  }
}
