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
public record GenerationFailed(EventHeader header, UUID jobId, UUID datasetId, String code)
    implements Event {

  /** Checks what must be there. */
  public GenerationFailed {
    Require.present(header, "header");
    Require.present(jobId, "job_id");
    Require.present(datasetId, "dataset_id");
    Require.present(code, "code");
  }

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
