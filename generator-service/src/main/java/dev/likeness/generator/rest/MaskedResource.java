package dev.likeness.generator.rest;

import dev.likeness.platform.http.IdempotentRequest;
import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Masked copies of datasets. */
@Path("/v1/datasets/{id}/masked")
@Tag(name = "Jobs", description = "Asking for new rows, and following what becomes of it.")
@RunOnVirtualThread
public class MaskedResource {

  private static final String REQUEST =
      """
      {"treatments": {"email": {"name": "mask", "options": {"keep": 2}}}, "project": "crm"}
      """;

  private final GenerateEndpoint endpoint;

  MaskedResource(GenerateEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Asks for a masked copy. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "maskDataset",
      summary = "Ask for the rows of a dataset with personal columns treated",
      description =
          "Answers at once with a job of kind `masked`; follow `links.self` or `links.events` until"
              + " it has ended. What was encrypted comes back at the reveal desk only.")
  @APIResponse(
      responseCode = "202",
      description = "The job; its path is in `Location`.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "job", value = JobExamples.MASKED)))
  @APIResponse(
      responseCode = "400",
      description =
          "`malformed-json`, `unknown-property`, `invalid-idempotency-key`: a request that cannot be"
              + " read.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
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
          "`invalid-treatment`, `unknown-column`, `invalid-value`, `dataset-empty`,"
              + " `idempotency-key-reused`; `pointer` names the place.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  public Response mask(
      @Parameter(
              description = "Id of the dataset.",
              example = "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01",
              schema = @Schema(implementation = UUID.class))
          @PathParam("id")
          String id,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = MaskedRequest.class),
                      examples = @ExampleObject(name = "request", value = REQUEST)))
          @Nullable MaskedRequest body,
      @Parameter(description = "The same key and body give the same answer and one job.")
          @HeaderParam(IdempotentRequest.HEADER)
          Optional<String> key) {
    MaskedRequest asked = body == null ? new MaskedRequest(null, null) : body;
    return endpoint.mask(Ids.dataset(id), asked, key);
  }
}
