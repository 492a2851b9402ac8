package dev.likeness.contracts;

import java.util.List;
import java.util.UUID;

/**
 * New rows were made.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param datasetId the dataset that they resemble
 * @param profileVersion the profile that the job pinned
 * @param splitSeed seed of the split into training and control rows
 * @param splitShare expected share of control rows
 * @param tables one entry for each table of the dataset
 */
public record GenerationCompleted(
    EventHeader header,
    UUID jobId,
    UUID datasetId,
    int profileVersion,
    long splitSeed,
    double splitShare,
    List<GeneratedTable> tables)
    implements Event {

  /** Checks what must be there and copies the list. */
  public GenerationCompleted {
    Require.present(header, "header");
    Require.present(jobId, "job_id");
    Require.present(datasetId, "dataset_id");
    Require.atLeast(profileVersion, 1, "profile_version");
    tables = List.copyOf(Require.present(tables, "tables"));
  }

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
