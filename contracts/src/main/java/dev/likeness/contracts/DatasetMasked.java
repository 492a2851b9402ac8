package dev.likeness.contracts;

import java.util.List;
import java.util.UUID;

/**
 * A masked copy of a dataset was made.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param datasetId the dataset that was copied
 * @param profileVersion the profile that the job pinned
 * @param tables one entry for each table of the dataset
 */
public record DatasetMasked(
    EventHeader header, UUID jobId, UUID datasetId, int profileVersion, List<MaskedTable> tables)
    implements Event {

  /** Checks what must be there and copies the list. */
  public DatasetMasked {
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
