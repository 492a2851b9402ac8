package dev.likeness.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * What every event carries.
 *
 * @param id unique; by it a consumer knows an event that comes twice
 * @param occurredAt when it happened, UTC
 * @param tenant for whom; the tenant of the embedded default is {@code "default"}
 * @param project within the tenant
 */
public record EventHeader(UUID id, Instant occurredAt, String tenant, String project) {

  /** The header of something that happens now. */
  public static EventHeader now(String tenant, String project) {
    return new EventHeader(
        UUID.randomUUID(),
        Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
        tenant,
        project);
  }
}
