package dev.likeness.profiler.rest;

import dev.likeness.platform.http.ProblemBody;
import dev.likeness.profiler.service.FindingKind;
import dev.likeness.profiler.service.Findings;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How strongly the columns of a dataset hang together. */
@Path("/v1/datasets/{id}/associations")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "What came in.")
public class AssociationsResource extends FindingResource {

  private static final String EXAMPLE =
      """
      {"dataset_id": "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01", "profile_version": 1,
       "columns": ["age", "city"], "rows": 1000, "sampled_rows": null,
       "measures": {"pearson": [[1.0, null], [null, null]],
         "spearman": [[1.0, null], [null, null]],
         "cramers_v": [[null, null], [null, 1.0]],
         "correlation_ratio": [[null, 0.12], [0.12, null]],
         "mutual_information": [[2.7, 0.01], [0.01, 0.69]]},
       "strength": [[1.0, 0.12], [0.12, 1.0]]}
      """;

  @Inject
  AssociationsResource(Findings findings) {
    super(findings, FindingKind.ASSOCIATIONS);
  }

  /** How strongly the columns of a dataset hang together. */
  @GET
  @Operation(
      operationId = "getAssociations",
      summary = "See how strongly columns of a dataset hang together",
      description =
          "Matrices over the columns that models may look at, empty (null) where a measure does not"
              + " apply. Of large tables a sample is looked at, drawn by a fixed seed, which"
              + " `sampled_rows` tells. Measured when somebody asks for the first time.")
  @APIResponse(
      responseCode = "200",
      description = "The matrices.",
      content =
          @Content(
              schema = @Schema(implementation = AssociationsView.class),
              examples = @ExampleObject(name = "associations", value = EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "Not yet; ask again after Retry-After seconds.",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds.",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PendingView.class)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`profiling-failed`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response associations(@Parameter(description = "Id of the dataset.") @RestPath String id) {
    return answer(id);
  }
}
