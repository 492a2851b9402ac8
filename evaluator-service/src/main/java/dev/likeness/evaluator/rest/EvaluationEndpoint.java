package dev.likeness.evaluator.rest;

import dev.likeness.evaluator.service.EvaluationService;
import dev.likeness.evaluator.service.EvaluationService.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What both paths to an evaluation do. */
@ApplicationScoped
public class EvaluationEndpoint {

  private final EvaluationService evaluations;

  EvaluationEndpoint(EvaluationService evaluations) {
    this.evaluations = evaluations;
  }

  /** The report, or that it is still to come. */
  Response get(UUID jobId, Request request) {
    return switch (evaluations.find(jobId)) {
      case Standing.Pending pending -> pending(jobId, pending);
      case Standing.Done done -> done(done, request);
    };
  }

  private static Response pending(UUID jobId, Standing.Pending pending) {
    return Response.accepted(new PendingView(jobId, pending.running() ? "RUNNING" : "WAITING"))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.RETRY_AFTER, 1)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Response done(Standing.Done done, Request request) {
    EntityTag tag = new EntityTag(done.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged == null ? Response.ok(done.report(), MediaType.APPLICATION_JSON_TYPE) : unchanged;
    return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
  }
}
