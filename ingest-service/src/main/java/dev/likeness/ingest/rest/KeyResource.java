package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.ApiKeyDesk;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rotation of what wraps the keys of datasets. */
@Path("/v1/keys/rotation")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Oversight", description = "Who did what, who may do what, and what was forgotten.")
public class KeyResource {

  private final ApiKeyDesk desk;

  @Inject
  KeyResource(ApiKeyDesk desk) {
    this.desk = desk;
  }

  /** How many keys were wrapped again. */
  @Schema(name = "Rotation")
  public record Rotation(@Schema(description = "Keys that were wrapped again.") int rewrapped) {}

  /** Wraps every key again. */
  @POST
  @Operation(
      operationId = "rotateKeys",
      summary = "Make a new key-encryption key and wrap every key by it",
      description = "Nothing that the keys encrypted is encrypted again.")
  @APIResponse(responseCode = "200", description = "How many were wrapped again.")
  public Rotation rotate() {
    return new Rotation(desk.rotate());
  }
}
