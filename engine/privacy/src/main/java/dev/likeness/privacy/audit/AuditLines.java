package dev.likeness.privacy.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads what {@link AuditEntry#line} and {@link AuditCheckpoint#line} wrote, and nothing else. */
public final class AuditLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final Set<String> OF_ENTRY =
      Set.of("tenant", "sequence", "at", "actor", "action", "details", "previous", "hash");
  private static final Set<String> OF_CHECKPOINT =
      Set.of("tenant", "sequence", "hash", "at", "key", "signature");

  private AuditLines() {}

  /** Whether a line holds a checkpoint rather than an entry. */
  public static boolean isCheckpoint(String line) {
    return read(line).has("signature");
  }

  /**
   * An entry.
   *
   * @throws IllegalArgumentException when the line is none
   */
  public static AuditEntry entry(String line) {
    JsonNode json = read(line);
    require(json, OF_ENTRY);
    Map<String, String> details = new HashMap<>();
    json.get("details").properties().forEach(p -> details.put(p.getKey(), text(p.getValue())));
    return new AuditEntry(
        text(json.get("tenant")),
        json.get("sequence").asLong(),
        time(json),
        text(json.get("actor")),
        text(json.get("action")),
        details,
        text(json.get("previous")),
        text(json.get("hash")));
  }

  /**
   * A checkpoint.
   *
   * @throws IllegalArgumentException when the line is none
   */
  public static AuditCheckpoint checkpoint(String line) {
    JsonNode json = read(line);
    require(json, OF_CHECKPOINT);
    return new AuditCheckpoint(
        text(json.get("tenant")),
        json.get("sequence").asLong(),
        text(json.get("hash")),
        time(json),
        text(json.get("key")),
        text(json.get("signature")));
  }

  private static JsonNode read(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a line of the audit log is not JSON");
    }
  }

  private static void require(JsonNode json, Set<String> names) {
    Set<String> found = new java.util.HashSet<>();
    json.fieldNames().forEachRemaining(found::add);
    if (!found.equals(names) || !json.get("sequence").isIntegralNumber()) {
      throw new IllegalArgumentException(
          "a line of the audit log has other properties than expected");
    }
  }

  private static Instant time(JsonNode json) {
    try {
      return Instant.parse(text(json.get("at")));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a line of the audit log has no time");
    }
  }

  private static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("a property of the audit log is no text");
    }
    return node.asText();
  }
}
