package dev.likeness.profiler.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.profiler.service.Amendments;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** What people say about columns. */
@Path("/v1/datasets/{id}/columns")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "What came in.")
public class ColumnsResource {

  static final String MERGE_PATCH = "application/merge-patch+json";

  private static final String EXAMPLE =
      """
      {"email": {"role": "direct", "type": "email",
                 "treatment": {"name": "mask", "options": {"keep": 2}}},
       "joined": {"kind": "date", "pattern": "dd.MM.yyyy", "missing_tokens": ["?"]},
       "notes": null}
      """;

  private final Amendments amendments;

  @Inject
  ColumnsResource(Amendments amendments) {
    this.amendments = amendments;
  }

  /** Merges what a person says into what is said already. */
  @PATCH
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "amendColumns",
      summary = "Say what columns are and how they are to be treated",
      description =
          "A JSON merge patch, keyed by the names of columns; it wins over what was found, and who"
              + " said so is kept. A property that is null takes back what was said, a column that"
              + " is null everything about it. A treatment replaces the one before with all of its"
              + " options. Jobs that are asked for later use the new profile. Nothing changes unless"
              + " all of the patch can be done.")
  @APIResponse(
      responseCode = "200",
      description = "The profile that follows.",
      content = @Content(schema = @Schema(implementation = ProfileView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "Taken down; the columns are being looked at again. Read the profile in a moment.",
      content = @Content(schema = @Schema(implementation = PendingView.class)))
  @APIResponse(
      responseCode = "400",
      description = "`malformed-json`, `unknown-property`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`profile-not-ready`, `profiling-failed`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "412",
      description = "`profile-changed`: `If-Match` names an older profile.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "`unknown-column`, `invalid-value`, `invalid-treatment`; `pointer` names the place.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response amend(
      @Parameter(description = "Id of the dataset.") @RestPath String id,
      @Parameter(description = "ETag of the profile that the patch is meant for.")
          @RestHeader(HttpHeaders.IF_MATCH)
          Optional<String> match,
      @RequestBody(
              content = {
                @Content(
                    mediaType = MERGE_PATCH,
                    schema = @Schema(implementation = ColumnPatchView.class),
                    examples = @ExampleObject(name = "patch", value = EXAMPLE)),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ColumnPatchView.class),
                    examples = @ExampleObject(name = "patch", value = EXAMPLE))
              })
          @NotNull
          ObjectNode patch) {
    UUID dataset = Ids.dataset(id);
    return ProfileAnswer.of(dataset, amendments.patch(dataset, match, patch));
  }
}
