package dev.likeness.contracts;

import java.util.UUID;

/**
 * Someone cancelled a job before it ended.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param datasetId its dataset
 */
public record GenerationCancelled(EventHeader header, UUID jobId, UUID datasetId) implements Event {

  /** Checks what must be there. */
  public GenerationCancelled {
    Require.present(header, "header");
    Require.present(jobId, "job_id");
    Require.present(datasetId, "dataset_id");
  }

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
