package dev.likeness.platform.http;

import dev.likeness.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What makes two requests the same request.
 *
 * @param tenant who asks
 * @param operation what for, such as {@code POST /v1/jobs}; aliases of a path share it
 * @param key of the header {@code Idempotency-Key}; without one no two requests are the same
 * @param hash of everything else that decides the answer
 */
public record IdempotentRequest(
    String tenant, String operation, Optional<String> key, String hash) {

  /** Name of the header. */
  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST_KEY = 255;

  /** Refuses keys that nobody can mean. */
  public IdempotentRequest {
    key.ifPresent(IdempotentRequest::requireUsable);
  }

  /** A request with a text as body. */
  public static IdempotentRequest of(
      String tenant, String operation, Optional<String> key, String body) {
    return new IdempotentRequest(tenant, operation, key, sha256(body));
  }

  private static void requireUsable(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.of(
              400,
              "invalid-idempotency-key",
              "Invalid idempotency key",
              "The header Idempotency-Key is empty or longer than 255 characters.",
              "Send a key of 1 to 255 characters, such as a random UUID.")
          .toException();
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
