package dev.likeness.contracts;

import java.util.List;
import java.util.UUID;

/**
 * The columns of a dataset are known.
 *
 * @param header who, when, for whom
 * @param datasetId the dataset
 * @param profileVersion from 1; later ones replace earlier ones
 * @param readingVersion of the reading of the file that it is of, from 1
 * @param tables one entry for each table of the dataset
 */
public record DatasetProfiled(
    EventHeader header,
    UUID datasetId,
    int profileVersion,
    int readingVersion,
    List<ProfiledTable> tables)
    implements Event {

  /** Checks what must be there and copies the list. */
  public DatasetProfiled {
    Require.present(header, "header");
    Require.present(datasetId, "dataset_id");
    Require.atLeast(profileVersion, 1, "profile_version");
    readingVersion = Math.max(readingVersion, 1);
    tables = List.copyOf(Require.present(tables, "tables"));
  }

  @Override
  public UUID aggregateId() {
    return datasetId;
  }
}
