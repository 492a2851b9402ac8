package dev.likeness.contracts;

import java.util.UUID;

/**
 * Someone asked for a masked copy.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param datasetId the dataset that is copied
 * @param rows how many it has
 */
public record MaskingRequested(EventHeader header, UUID jobId, UUID datasetId, long rows)
    implements Event {

  /** Checks what must be there. */
  public MaskingRequested {
    Require.present(header, "header");
    Require.present(jobId, "job_id");
    Require.present(datasetId, "dataset_id");
    Require.atLeast(rows, 1, "rows");
  }

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
