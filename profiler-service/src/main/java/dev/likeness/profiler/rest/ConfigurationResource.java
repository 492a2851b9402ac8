package dev.likeness.profiler.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problems;
import dev.likeness.profiler.service.Amendments;
import dev.likeness.profiler.service.Configurations;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** All that people say about a dataset, as the file that the command line reads too. */
@Path("/v1/datasets/{id}/configuration")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "What came in.")
public class ConfigurationResource {

  private static final String EXAMPLE =
      """
      {"version": 1, "reading": {"delimiter": ";"},
       "columns": {"email": {"role": "direct", "type": "email",
                             "treatment": {"name": "fpe", "options": {}}}},
       "project": "crm"}
      """;

  private final Configurations configurations;
  private final Amendments amendments;

  @Inject
  ConfigurationResource(Configurations configurations, Amendments amendments) {
    this.configurations = configurations;
    this.amendments = amendments;
  }

  /** The file. */
  @GET
  @Operation(
      operationId = "getConfiguration",
      summary = "Get what people said about a dataset as a configuration file",
      description =
          "The same file works with `likeness mask --config`. It holds what people said, about"
              + " reading too, and no value of the data.")
  @APIResponse(
      responseCode = "200",
      description = "The file.",
      content =
          @Content(
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "configuration", value = EXAMPLE)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public JsonNode get(@Parameter(description = "Id of the dataset.") @RestPath String id) {
    return configurations
        .of(Ids.dataset(id))
        .orElseThrow(() -> Problems.datasetNotFound().toException());
  }

  /** Says about columns what the file says. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putConfiguration",
      summary = "Say about a dataset what a configuration file says",
      description =
          "Replaces all that people said about columns, and the project. What the file says about"
              + " reading must be how the dataset was read; to read it otherwise, PATCH"
              + " /v1/datasets/{id}/reading first.")
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
          "`unknown-column`, `invalid-value`, `invalid-treatment`, `reading-differs`; `pointer` names the place.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response put(
      @Parameter(description = "Id of the dataset.") @RestPath String id,
      @Parameter(description = "ETag of the profile that the file is meant for.")
          @RestHeader(HttpHeaders.IF_MATCH)
          Optional<String> match,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Object.class),
                      examples = @ExampleObject(name = "configuration", value = EXAMPLE)))
          @NotNull
          JsonNode file) {
    UUID dataset = Ids.dataset(id);
    return ProfileAnswer.of(dataset, amendments.configure(dataset, match, file));
  }
}
