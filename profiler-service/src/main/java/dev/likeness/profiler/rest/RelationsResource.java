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

/** What holds between the columns of a dataset. */
@Path("/v1/datasets/{id}/relations")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "What came in.")
public class RelationsResource extends FindingResource {

  private static final String EXAMPLE =
      """
      {"dataset_id": "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01", "profile_version": 1, "rows": 1000,
       "sampled_rows": null,
       "items": [{"kind": "functional_dependency", "determinant": "city", "dependent": "region",
         "one_to_one": false, "support": {"rows": 1000, "exceptions": 2, "share": 0.998},
         "names": ["city", "region"], "sentence": "region follows from city."}]}
      """;

  @Inject
  RelationsResource(Findings findings) {
    super(findings, FindingKind.RELATIONS);
  }

  /** What holds between the columns of a dataset. */
  @GET
  @Operation(
      operationId = "getRelations",
      summary = "See what holds between columns of a dataset",
      description =
          "Suggestions, each with the rows it rests on and the counter-examples among them. Candidates"
              + " come from a sample of large tables, which `sampled_rows` tells; support counts all"
              + " rows. Looked for when somebody asks for the first time.")
  @APIResponse(
      responseCode = "200",
      description = "The relations.",
      content =
          @Content(
              schema = @Schema(implementation = RelationsView.class),
              examples = @ExampleObject(name = "relations", value = EXAMPLE)))
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
  public Response relations(@Parameter(description = "Id of the dataset.") @RestPath String id) {
    return answer(id);
  }
}
