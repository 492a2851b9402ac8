package dev.likeness.ingest.rest;

import dev.likeness.ingest.rest.DownloadEndpoint.Conditions;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Downloads by their plain name. */
@Path("/download")
@Blocking
@Tag(name = "walk", description = "Upload, generate, evaluate, download: the plain front door.")
public class DownloadResource {

  private final DownloadEndpoint endpoint;

  @Inject
  DownloadResource(DownloadEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The result of a job. */
  @GET
  @Operation(
      summary = "Download the synthetic table",
      description =
          "The bytes as the job wrote them. Ranges (one at a time), If-Range and If-None-Match are"
              + " honoured; the ETag is the SHA-256 of the file.")
  @APIResponse(
      responseCode = "200",
      description = "The whole file.",
      headers = {
        @Header(name = "ETag", description = "SHA-256 of the file."),
        @Header(name = "Content-Disposition", description = "Name to save it under."),
        @Header(name = "Repr-Digest", description = "SHA-256 after RFC 9530.")
      },
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "206", description = "The range that was asked for.")
  @APIResponse(responseCode = "304", description = "The file that the ETag names is the same.")
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "404",
      description = "`job-not-found`, `format-not-available`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`job-not-finished` (with Retry-After), `job-failed`, `job-cancelled`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "416",
      description = "`range-not-satisfiable`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response download(
      @Parameter(description = "Id of the job.", required = true) @RestQuery("job_id")
          Optional<String> jobId,
      @Parameter(description = "Only csv.") @RestQuery Optional<String> format,
      @RestHeader("Range") Optional<String> range,
      @RestHeader("If-Range") Optional<String> ifRange,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) Optional<String> ifNoneMatch) {
    String id =
        jobId.orElseThrow(
            () -> Problems.invalidParameter("job_id", "the id of a job").toException());
    return endpoint.result(id, format.orElse("csv"), new Conditions(range, ifRange, ifNoneMatch));
  }
}
