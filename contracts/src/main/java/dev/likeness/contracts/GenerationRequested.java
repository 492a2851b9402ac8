package dev.likeness.contracts;

import java.util.UUID;

/**
 * Someone asked for new rows.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param datasetId the dataset that they shall resemble
 * @param model name of the model
 * @param rows how many
 */
public record GenerationRequested(
    EventHeader header, UUID jobId, UUID datasetId, String model, long rows) implements Event {

  /** Checks what must be there. */
  public GenerationRequested {
    Require.present(header, "header");
    Require.present(jobId, "job_id");
    Require.present(datasetId, "dataset_id");
    Require.present(model, "model");
    Require.atLeast(rows, 1, "rows");
  }

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
