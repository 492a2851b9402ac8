package dev.likeness.profiler.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.platform.http.Ids;
import dev.likeness.platform.problem.Problems;
import dev.likeness.profiler.service.Finding;
import dev.likeness.profiler.service.FindingKind;
import dev.likeness.profiler.service.Findings;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Answers with what was found between the columns of a dataset. */
abstract class FindingResource {

  private final Findings findings;
  private final FindingKind kind;

  FindingResource(Findings findings, FindingKind kind) {
    this.findings = findings;
    this.kind = kind;
  }

  Response answer(String id) {
    UUID dataset = Ids.dataset(id);
    return switch (findings.of(dataset, kind)) {
      case Finding.Pending pending -> ProfileAnswer.pending();
      case Finding.Failed failed -> throw Problems.profilingFailed(failed.code()).toException();
      case Finding.Found found -> Response.ok(json(dataset, found)).build();
    };
  }

  private static JsonNode json(UUID dataset, Finding.Found found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("dataset_id", dataset.toString()).put("profile_version", found.version());
    found.json().properties().forEach(entry -> json.set(entry.getKey(), entry.getValue()));
    return json;
  }
}
