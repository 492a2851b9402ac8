package dev.likeness.contracts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  private static final String USUAL = "default";

  /** Checks what must be there; without tenant or project the event is for the usual ones. */
  public EventHeader {
    Require.present(id, "id");
    Require.present(occurredAt, "occurred_at");
    tenant = Require.orElse(tenant, USUAL);
    project = Require.orElse(project, USUAL);
  }

  /** The header of something that happens now. */
  public static EventHeader now(String tenant, String project) {
    return new EventHeader(
        UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MILLIS), tenant, project);
  }
}
