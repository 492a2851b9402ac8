package dev.likeness.ingest.rest;

import dev.likeness.platform.access.Caller;
import dev.likeness.platform.access.Callers;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who asks. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Oversight", description = "Who did what, who may do what, and what was forgotten.")
public class MeResource {

  private final Callers callers;

  @Inject
  MeResource(Callers callers) {
    this.callers = callers;
  }

  /** A caller on the wire. */
  @Schema(name = "Me")
  public record Me(
      @Schema(description = "As in the audit log.", examples = "local") String name,
      @Schema(description = "What they may do.", examples = "operator") List<String> roles) {}

  /** Who asks, and what they may do. */
  @GET
  @Operation(
      operationId = "me",
      summary = "See who you are",
      description = "Name and roles of the caller, by which a page knows what to offer.")
  @APIResponse(responseCode = "200", description = "The caller.")
  public Me me() {
    Caller caller = callers.required();
    return new Me(caller.name(), caller.roleLabels());
  }
}
