package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.FileNames;
import dev.likeness.ingest.service.Samples;
import dev.likeness.platform.http.ProblemBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Bundled tables to try things on. */
@Path("/v1/samples")
@Blocking
@Tag(name = "Samples", description = "Bundled tables to try things on.")
public class SampleResource {

  private final Samples samples;

  @Inject
  SampleResource(Samples samples) {
    this.samples = samples;
  }

  /** All samples. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listSamples",
      summary = "List samples",
      description = "Small tables under free licences.")
  @APIResponse(responseCode = "200", description = "The samples.")
  public SampleList list() {
    return new SampleList(samples.list().stream().map(SampleList.SampleView::of).toList());
  }

  /** Bytes of a sample. */
  @GET
  @Path("/{name}/content")
  @Produces("text/csv")
  @Operation(
      operationId = "downloadSample",
      summary = "Download a sample",
      description = "Post its bytes to /upload to use it.")
  @APIResponse(
      responseCode = "200",
      description = "The sample as CSV.",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  @APIResponse(
      responseCode = "404",
      description = "`sample-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response content(
      @Parameter(description = "Name of the sample.", example = "customers") @RestPath
          String name) {
    return Response.ok(samples.content(name), "text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(name + ".csv"))
        .build();
  }
}
