package dev.likeness.contracts;

import java.util.UUID;

/**
 * A job ended without rows.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param datasetId its dataset
 * @param code stable problem code
 */
public record GenerationFailed(
    EventHeader header, UUID jobId, UUID datasetId, String code)
    implements Event {

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
