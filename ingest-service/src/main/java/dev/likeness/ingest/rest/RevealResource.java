package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.FileNames;
import dev.likeness.ingest.service.RevealDesk;
import dev.likeness.ingest.service.RevealInfo;
import dev.likeness.platform.http.Cursor;
import dev.likeness.platform.http.Page;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The reveal desk. */
@Path("/v1/reveals")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Reveals",
    description = "Undoing masking: for privacy officers, with a purpose, once, and on record.")
public class RevealResource {

  private static final String NO_STORE = "no-store";

  private final RevealDesk desk;

  @Inject
  RevealResource(RevealDesk desk) {
    this.desk = desk;
  }

  /** Asks for clear values. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "requestReveal",
      summary = "Ask for columns of a masked copy in clear text",
      description =
          "Answers with a link that is good once and for minutes; where a second person is needed,"
              + " only after their approval.")
  @APIResponse(
      responseCode = "201",
      description = "The request, with its link.",
      content = @Content(schema = @Schema(implementation = RevealView.class)))
  @APIResponse(
      responseCode = "404",
      description = "`job-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`nothing-to-reveal`, `job-not-finished`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description = "`invalid-value`, `unknown-column`; `pointer` names the place",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "429",
      description = "`reveal-cap-reached`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response ask(@NotNull RevealView.Request request) {
    UUID job =
        Optional.ofNullable(request.artifact())
            .flatMap(artifact -> Optional.ofNullable(artifact.jobId()))
            .orElseThrow(() -> missing("/artifact/job_id").toException());
    List<String> columns = Optional.ofNullable(request.columns()).orElse(List.of());
    if (columns.contains(null)) {
      throw missing("/columns/" + columns.indexOf(null)).toException();
    }
    RevealDesk.Granted granted =
        desk.ask(job, columns, Optional.ofNullable(request.purpose()).orElse(""));
    return Response.created(URI.create(RevealView.path(granted.reveal().id())))
        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .entity(RevealView.of(granted))
        .build();
  }

  /** Requests so far. */
  @GET
  @Operation(
      operationId = "listReveals",
      summary = "List reveals",
      description = "From new to old, page by page, without links.")
  @APIResponse(responseCode = "200", description = "A page of reveals.")
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public RevealView.Reveals list(
      @Parameter(description = "How many on a page, 1 to 200; 50 by default.") @RestQuery
          Optional<Integer> limit,
      @Parameter(description = "The `next_cursor` of the page before.") @RestQuery
          Optional<String> cursor) {
    Page<RevealInfo> page = desk.list(Cursor.limit(limit), Cursor.read(cursor));
    return new RevealView.Reveals(
        page.items().stream().map(RevealView::of).toList(), page.nextCursor());
  }

  /** A request. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getReveal", summary = "See a reveal")
  @APIResponse(responseCode = "200", description = "The reveal, without its link.")
  @APIResponse(
      responseCode = "404",
      description = "`reveal-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public RevealView get(@Parameter(description = "Id of the reveal.") @RestPath UUID id) {
    return RevealView.of(desk.find(id));
  }

  /** The second person agrees. */
  @POST
  @Path("/{id}/approval")
  @Operation(
      operationId = "approveReveal",
      summary = "Approve a reveal as the second person",
      description = "The link lives from now on; only the one who asked can use it.")
  @APIResponse(responseCode = "200", description = "The reveal.")
  @APIResponse(
      responseCode = "403",
      description = "`second-person-needed`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "404",
      description = "`reveal-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`approval-not-awaited`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "410",
      description = "`reveal-gone`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public RevealView approve(@Parameter(description = "Id of the reveal.") @RestPath UUID id) {
    return RevealView.of(desk.approve(id));
  }

  /** Clear values, once. */
  @GET
  @Path("/{id}/content")
  @Produces({"text/csv", Problem.MEDIA_TYPE})
  @Operation(
      operationId = "takeReveal",
      summary = "Take the clear values, once",
      description = "Streams the columns as CSV. Nothing may keep it: `Cache-Control: no-store`.")
  @APIResponse(
      responseCode = "200",
      description = "The columns in clear text, all rows in their order.",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "403",
      description = "`reveal-link-refused`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "404",
      description = "`reveal-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`awaiting-second-person`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "410",
      description = "`reveal-gone`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response content(
      @Parameter(description = "Id of the reveal.") @RestPath UUID id,
      @Parameter(description = "Token of the link.") @RestQuery Optional<String> token,
      @Context HttpServerRequest request) {
    if (request.method().equals(HttpMethod.HEAD)) {
      throw Problems.methodNotAllowed().toException();
    }
    RevealDesk.Clear clear = desk.take(id, token.orElse(""));
    StreamingOutput body = clear::write;
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment("revealed.csv"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private static Problem missing(String pointer) {
    return Problems.invalidValue("A value is missing.").at(pointer);
  }
}
