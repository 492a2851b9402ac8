package dev.likeness.ingest.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was forgotten.
 *
 * @param erasureId the erasure
 * @param datasetId the dataset that was
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param completedAt when the last service had answered; empty before
 * @param keyId the destroyed key
 * @param erased what was there, with hashes of its clear bytes, by which a copy that turned up
 *     could be known
 * @param services which have removed what they had
 * @param survives project keys, which outlive a dataset: what was masked under one of them can
 *     still be undone by whoever holds such a copy and may reveal
 */
public record Receipt(
    UUID erasureId,
    UUID datasetId,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> completedAt,
    Optional<String> keyId,
    List<Erased> erased,
    List<Acknowledged> services,
    List<String> survives) {

  /** Copies the lists. */
  public Receipt {
    erased = List.copyOf(erased);
    services = List.copyOf(services);
    survives = List.copyOf(survives);
  }

  /**
   * Something that is gone.
   *
   * @param what kind of thing
   * @param bytes its size
   * @param sha256 of its clear bytes
   */
  public record Erased(String what, long bytes, String sha256) {}

  /**
   * The word of a service.
   *
   * @param service its name
   * @param objects how many it removed
   * @param rows how many it removed
   * @param at when
   */
  public record Acknowledged(String service, long objects, long rows, Instant at) {}
}
