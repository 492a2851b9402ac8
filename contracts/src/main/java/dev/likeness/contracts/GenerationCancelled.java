package dev.likeness.contracts;

import java.util.UUID;

/**
 * Someone cancelled a job before it ended.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param datasetId its dataset
 */
public record GenerationCancelled(
    EventHeader header, UUID jobId, UUID datasetId)
    implements Event {

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
