package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.ApiKeyDesk;
import dev.likeness.platform.access.ApiKeys;
import dev.likeness.platform.http.ProblemBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** API keys, for administrators. */
@Path("/v1/api-keys")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Oversight", description = "Who did what, who may do what, and what was forgotten.")
public class ApiKeyResource {

  private static final int USUAL_DAYS = 90;

  private final ApiKeyDesk desk;

  @Inject
  ApiKeyResource(ApiKeyDesk desk) {
    this.desk = desk;
  }

  /** Issues a key. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueApiKey",
      summary = "Issue an API key",
      description = "`token` is shown this once; only its hash is kept.")
  @APIResponse(
      responseCode = "201",
      description = "The key with its token.",
      content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
  @APIResponse(
      responseCode = "422",
      description = "`invalid-value`; `pointer` names the place",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response issue(@NotNull ApiKeyView.Request request) {
    ApiKeys.Issued issued =
        desk.issue(
            Optional.ofNullable(request.name()).orElse(""),
            Optional.ofNullable(request.roles()).orElse(List.of()),
            Optional.ofNullable(request.expiresInDays()).orElse(USUAL_DAYS));
    return Response.created(URI.create("/v1/api-keys/" + issued.key().id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(ApiKeyView.of(issued))
        .build();
  }

  /** Keys that work. */
  @GET
  @Operation(
      operationId = "listApiKeys",
      summary = "List API keys",
      description = "Those that were not revoked, from new to old, without their tokens.")
  @APIResponse(responseCode = "200", description = "The keys.")
  public ApiKeyView.Keys list() {
    return new ApiKeyView.Keys(desk.list().stream().map(ApiKeyView::of).toList());
  }

  /** Revokes a key. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description = "It is refused from the next request on, by every service.")
  @APIResponse(responseCode = "204", description = "It works no more.")
  @APIResponse(
      responseCode = "404",
      description = "`api-key-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public void revoke(@Parameter(description = "Id of the key.") @RestPath String id) {
    desk.revoke(id);
  }
}
