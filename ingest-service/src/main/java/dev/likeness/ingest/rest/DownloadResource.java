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
@Tag(
    name = "Front door",
    description = "Upload, generate, evaluate, download, by their plain names.")
public class DownloadResource {

  private final DownloadEndpoint endpoint;

  @Inject
  DownloadResource(DownloadEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The result of a job. */
  @GET
  @Operation(
      operationId = "download",
      summary = "Download the synthetic table",
      description =
          "The bytes as the job wrote them. Ranges (one at a time), If-Range and If-None-Match are"
              + " honoured; the ETag is the SHA-256 of the file.")
  @APIResponse(
      responseCode = "200",
      description = "The whole file.",
      headers = {
        @Header(
            name = "ETag",
            description = "SHA-256 of the file.",
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = "Content-Disposition",
            description = "Name to save it under.",
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = "Repr-Digest",
            description = "SHA-256 after RFC 9530.",
            schema = @Schema(type = SchemaType.STRING))
      },
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "206",
      description = "The range that was asked for.",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
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
      @Parameter(description = "Which bytes to send, such as `bytes=0-1023`.") @RestHeader("Range")
          Optional<String> range,
      @Parameter(description = "ETag: send the range only of this version, else the whole file.")
          @RestHeader("If-Range")
          Optional<String> ifRange,
      @Parameter(description = "ETag of what the client has already.")
          @RestHeader(HttpHeaders.IF_NONE_MATCH)
          Optional<String> ifNoneMatch) {
    String id =
        jobId.orElseThrow(
            () -> Problems.invalidParameter("job_id", "the id of a job").toException());
    return endpoint.result(id, format.orElse("csv"), new Conditions(range, ifRange, ifNoneMatch));
  }
}
