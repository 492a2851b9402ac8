package dev.likeness.evaluator.rest;

import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plain front door to evaluations. */
@Path("/evaluate")
@Tag(name = "Evaluation", description = "How good the new rows are.")
@RunOnVirtualThread
public class EvaluateResource {

  private final EvaluationEndpoint endpoint;

  EvaluateResource(EvaluationEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Shows the evaluation of a job. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "evaluate",
      summary = "See how good and how safe the rows of a job are (front door)",
      description =
          "Of a masked copy: what it still shows. Answers 202 while generation or evaluation"
              + " runs.")
  @APIResponse(
      responseCode = "200",
      description = "The report.",
      content =
          @Content(
              schema = @Schema(oneOf = {EvaluationView.class, MaskedEvaluationView.class}),
              examples = {
                @ExampleObject(name = "report", value = EvaluationExamples.REPORT),
                @ExampleObject(name = "masked", value = EvaluationExamples.MASKED)
              }))
  @APIResponse(
      responseCode = "202",
      description = "The evaluation is still to come; `Retry-After` tells when to ask again.",
      content =
          @Content(
              schema = @Schema(implementation = PendingView.class),
              examples = @ExampleObject(name = "pending", value = EvaluationExamples.PENDING)))
  @APIResponse(
      responseCode = "404",
      description = "`job-not-found`: no job has this id.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples =
                  @ExampleObject(name = "job-not-found", value = EvaluationExamples.NOT_FOUND)))
  @APIResponse(
      responseCode = "409",
      description = "`job-failed`, `job-cancelled`, `evaluation-failed`: there will be no report.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples =
                  @ExampleObject(name = "job-cancelled", value = EvaluationExamples.CANCELLED)))
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`: job_id is missing.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  public Response get(
      @Parameter(
              description = "Id of the job.",
              required = true,
              example = "5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05",
              schema = @Schema(implementation = UUID.class))
          @QueryParam("job_id")
          Optional<String> jobId,
      @Context Request request) {
    return endpoint.get(id(jobId), request);
  }

  private static UUID id(Optional<String> text) {
    return text.filter(given -> !given.isEmpty())
        .map(Ids::job)
        .orElseThrow(
            () ->
                Problems.invalidParameter("job_id", "the job_id of POST /generate").toException());
  }
}
