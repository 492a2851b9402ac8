package dev.likeness.generator.rest;

import dev.likeness.platform.http.IdempotentRequest;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plain front door to generation. */
@Path("/generate")
@Tag(name = "Jobs", description = "Asking for new rows, and following what becomes of it.")
@RunOnVirtualThread
public class GenerateResource {

  private final GenerateEndpoint endpoint;

  GenerateResource(GenerateEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Asks for new rows. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "generate",
      summary = "Ask for new rows that resemble a dataset",
      description =
          "Answers at once with a job; follow `links.self` or `links.events` until it has ended. The"
              + " job is durable once this is answered. The same as `POST /v1/jobs`.")
  @APIResponse(
      responseCode = "202",
      description = "The job; its path is in `Location`.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "job", value = JobExamples.JOB)))
  @APIResponse(
      responseCode = "400",
      description =
          "`malformed-json`, `unknown-property`, `invalid-idempotency-key`: a request that cannot be read.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples =
                  @ExampleObject(name = "unknown-property", value = JobExamples.UNKNOWN_PROPERTY)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`: no dataset has this id.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`profiling-failed`: the dataset's columns could not be told.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "415",
      description = "`unsupported-media-type`: send `application/json`.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "`invalid-value`, `rows-out-of-range`, `unknown-model`, `unknown-column`, `invalid-option`,"
              + " `dataset-empty`, `idempotency-key-reused`, `invalid-condition`, `unknown-value`,"
              + " `contradictory-conditions`, `impossible-condition`; `pointer` names the place.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples =
                  @ExampleObject(name = "rows-out-of-range", value = JobExamples.UNPROCESSABLE)))
  public Response generate(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = GenerateRequest.class),
                      examples = @ExampleObject(name = "request", value = JobExamples.REQUEST)))
          @NotNull
          GenerateRequest body,
      @Parameter(description = "The same key and body give the same answer and one job.")
          @HeaderParam(IdempotentRequest.HEADER)
          Optional<String> key) {
    return endpoint.post(body, key);
  }
}
