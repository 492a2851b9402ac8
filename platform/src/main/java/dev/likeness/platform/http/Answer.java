package dev.likeness.platform.http;

import dev.likeness.platform.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * An answer that can be given again.
 *
 * @param status HTTP status
 * @param location of what was made
 * @param body JSON
 * @param replayed whether it answers a repeated request
 */
public record Answer(int status, Optional<String> location, String body, boolean replayed) {

  /** Header of an answer that was given before. */
  public static final String REPLAYED = "Idempotency-Replayed";

  /** The answer to a request that made something. */
  public static Answer of(int status, String location, String body) {
    return new Answer(status, Optional.of(location), body, false);
  }

  /** As a JAX-RS response. */
  public Response toResponse() {
    return toBuilder().build();
  }

  /** As a JAX-RS response to which headers can be added. */
  public Response.ResponseBuilder toBuilder() {
    Response.ResponseBuilder response =
        Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    location.ifPresent(l -> response.location(URI.create(l)));
    if (replayed) {
      response.header(REPLAYED, "true");
    }
    return response;
  }

  static Problem reused() {
    return Problem.of(
        422,
        "idempotency-key-reused",
        "Idempotency key reused",
        "This Idempotency-Key came with another request before.",
        "Use a new key for a new request; repeat a request with exactly the same body.");
  }
}
