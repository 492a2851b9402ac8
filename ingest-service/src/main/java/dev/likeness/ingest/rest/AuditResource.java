package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.AuditCheckpoints;
import dev.likeness.ingest.service.AuditLog;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problems;
import dev.likeness.privacy.audit.AuditEntry;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit log. */
@Path("/v1/audit")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Oversight", description = "Who did what, who may do what, and what was forgotten.")
public class AuditResource {

  private static final int DEFAULT_LIMIT = 200;
  private static final int MAX_LIMIT = 1000;

  private final AuditLog log;
  private final AuditCheckpoints checkpoints;

  @Inject
  AuditResource(AuditLog log, AuditCheckpoints checkpoints) {
    this.log = log;
    this.checkpoints = checkpoints;
  }

  /** Entries from old to new. */
  @GET
  @Operation(
      operationId = "listAudit",
      summary = "Read the audit log",
      description =
          "From old to new, page by page. Each entry holds the hash of the one before; check all of"
              + " it by `likeness audit verify --server URL`.")
  @APIResponse(responseCode = "200", description = "A page of entries.")
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public AuditView list(
      @Parameter(description = "How many on a page, 1 to 1000; 200 by default.") @RestQuery
          Optional<Integer> limit,
      @Parameter(description = "The `next_cursor` of the page before.") @RestQuery
          Optional<String> cursor) {
    int rows = limit.orElse(DEFAULT_LIMIT);
    if (rows < 1 || rows > MAX_LIMIT) {
      throw Problems.invalidParameter("limit", "1 to " + MAX_LIMIT).toException();
    }
    List<AuditEntry> entries = log.entries(Tenants.DEFAULT, after(cursor), rows + 1);
    List<AuditEntry> shown = entries.subList(0, Math.min(rows, entries.size()));
    return new AuditView(
        shown.stream().map(AuditView.EntryView::of).toList(),
        entries.size() > rows
            ? Optional.of(Long.toString(shown.getLast().sequence()))
            : Optional.empty());
  }

  /** Checkpoints and the key that signs them. */
  @GET
  @Path("/checkpoints")
  @Operation(
      operationId = "listAuditCheckpoints",
      summary = "Read the signed checkpoints of the audit log",
      description = "Signs the end of the log first, where no checkpoint vouches for it yet.")
  @APIResponse(responseCode = "200", description = "The checkpoints.")
  public AuditView.Checkpoints checkpoints() {
    checkpoints.signIfGrown();
    return new AuditView.Checkpoints(
        log.checkpoints(Tenants.DEFAULT).stream().map(AuditView.CheckpointView::of).toList(),
        checkpoints.publicPem());
  }

  private static long after(Optional<String> cursor) {
    String text = cursor.orElse("0");
    if (!text.matches("\\d{1,18}")) {
      throw Problems.invalidParameter("cursor", "a next_cursor of an earlier page").toException();
    }
    return Long.parseLong(text);
  }
}
