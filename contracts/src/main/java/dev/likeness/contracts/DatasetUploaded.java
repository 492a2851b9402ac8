package dev.likeness.contracts;

import java.util.List;
import java.util.UUID;

/**
 * A dataset came in and lies in the object store as canonical copies of its tables.
 *
 * @param header who, when, for whom
 * @param datasetId the dataset
 * @param version of its reading, from 1
 * @param tables one entry for each table of the dataset
 */
public record DatasetUploaded(
    EventHeader header, UUID datasetId, int version, List<UploadedTable> tables) implements Event {

  /** Checks what must be there and copies the list. */
  public DatasetUploaded {
    Require.present(header, "header");
    Require.present(datasetId, "dataset_id");
    version = Math.max(version, 1);
    tables = List.copyOf(Require.present(tables, "tables"));
  }

  @Override
  public UUID aggregateId() {
    return datasetId;
  }
}
