package dev.likeness.evaluator.rest;

import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The evaluation of a job. */
@Path("/v1/jobs/{id}/evaluation")
@Tag(name = "Evaluation", description = "How good the new rows are.")
@RunOnVirtualThread
public class JobEvaluationResource {

  private final EvaluationEndpoint endpoint;

  JobEvaluationResource(EvaluationEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Shows the evaluation of a job. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getEvaluation",
      summary = "See how good and how safe the rows of a job are",
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
  public Response get(
      @Parameter(
              description = "Id of the job.",
              example = "5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05",
              schema = @Schema(implementation = UUID.class))
          @PathParam("id")
          String id,
      @Context Request request) {
    return endpoint.get(Ids.job(id), request);
  }
}
