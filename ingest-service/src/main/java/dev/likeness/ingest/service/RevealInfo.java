package dev.likeness.ingest.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to undo masking.
 *
 * @param id its id
 * @param jobId job of the masked copy
 * @param datasetId its dataset
 * @param positions of the columns in the original, from 0
 * @param purpose why
 * @param state {@code AWAITING_SECOND_PERSON}, {@code READY} or {@code STREAMED}
 * @param requestedBy who wants it, and alone may have it
 * @param requestedAt when
 * @param approvedBy the second person
 * @param expiresAt from when on its link is refused
 * @param streamedAt when it was taken
 */
public record RevealInfo(
    UUID id,
    UUID jobId,
    UUID datasetId,
    List<Integer> positions,
    String purpose,
    String state,
    String requestedBy,
    Instant requestedAt,
    Optional<String> approvedBy,
    Instant expiresAt,
    Optional<Instant> streamedAt) {

  /** Copies the list. */
  public RevealInfo {
    positions = List.copyOf(positions);
  }

  /** Whether its link can no more be used, though it was not. */
  public boolean isExpired(Instant now) {
    return streamedAt.isEmpty() && !now.isBefore(expiresAt);
  }
}
