package dev.likeness.profiler.rest;

import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problems;
import dev.likeness.profiler.service.FoundProfile;
import dev.likeness.profiler.service.Profiles;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the columns of a dataset are. */
@Path("/v1/datasets/{id}/profile")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "What came in.")
public class ProfileResource {

  private final Profiles profiles;

  @Inject
  ProfileResource(Profiles profiles) {
    this.profiles = profiles;
  }

  /** The profile of a dataset. */
  @GET
  @Operation(
      operationId = "getProfile",
      summary = "See what the columns of a dataset are",
      description =
          "Kind, role, evidence, counts and statistics of each column. While the columns are being"
              + " looked at the answer is 202.")
  @APIResponse(
      responseCode = "200",
      description = "The profile.",
      content = @Content(schema = @Schema(implementation = ProfileView.class)))
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
  public Response profile(@Parameter(description = "Id of the dataset.") @RestPath String id) {
    UUID dataset = read(id).orElseThrow(() -> Problems.datasetNotFound().toException());
    FoundProfile found =
        profiles.find(dataset).orElseThrow(() -> Problems.datasetNotFound().toException());
    return switch (found) {
      case FoundProfile.Pending pending ->
          Response.accepted(new PendingView("PROFILING"))
              .header(HttpHeaders.RETRY_AFTER, 1)
              .build();
      case FoundProfile.Failed failed ->
          throw Problems.profilingFailed(failed.code()).toException();
      case FoundProfile.Ready ready ->
          Response.ok(
                  new ProfileView(
                      dataset, ready.version(), ready.table().rows(), ready.table().columns()))
              .build();
    };
  }

  /** Text that is no id names no dataset. */
  private static Optional<UUID> read(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
