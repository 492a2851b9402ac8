package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.Erasures;
import dev.likeness.platform.http.ProblemBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Receipts of erasures. */
@Path("/v1/erasures/{id}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Oversight", description = "Who did what, who may do what, and what was forgotten.")
public class ErasureResource {

  private final Erasures erasures;

  @Inject
  ErasureResource(Erasures erasures) {
    this.erasures = erasures;
  }

  /** A receipt. */
  @GET
  @Operation(
      operationId = "getErasure",
      summary = "See the receipt of an erasure",
      description = "What was forgotten, when, at whose request, and what a project's key leaves.")
  @APIResponse(responseCode = "200", description = "The receipt as far as it goes.")
  @APIResponse(
      responseCode = "404",
      description = "`erasure-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public ErasureView get(@Parameter(description = "Id of the erasure.") @RestPath String id) {
    return ErasureView.of(erasures.receipt(id));
  }
}
