package dev.likeness.profiler.rest;

import dev.likeness.platform.http.Ids;
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
import org.jboss.resteasy.reactive.RestHeader;
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
          "Kind, role, evidence, counts and statistics of each column, what people said about it,"
              + " what is done to it in a masked copy, and who can be singled out. While the columns"
              + " are being looked at the answer is 202.")
  @APIResponse(
      responseCode = "200",
      description = "The profile.",
      headers =
          @Header(
              name = "ETag",
              description = "Version of the profile, for `If-Match` and `If-None-Match`.",
              schema = @Schema(type = SchemaType.STRING)),
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
  public Response profile(
      @Parameter(description = "Id of the dataset.") @RestPath String id,
      @Parameter(description = "An ETag; 304 when the profile is still that one.")
          @RestHeader(HttpHeaders.IF_NONE_MATCH)
          Optional<String> known) {
    UUID dataset = Ids.dataset(id);
    FoundProfile found =
        profiles.find(dataset).orElseThrow(() -> Problems.datasetNotFound().toException());
    boolean same =
        found instanceof FoundProfile.Ready ready
            && known.filter(tag -> tag.contains("\"" + ready.version() + "\"")).isPresent();
    return same ? Response.notModified().build() : ProfileAnswer.of(dataset, found);
  }
}
