package dev.likeness.contracts;

import java.util.List;
import java.util.UUID;

/**
 * People said otherwise about columns of a dataset, and the profile follows them.
 *
 * @param header who, when, for whom
 * @param datasetId the dataset
 * @param profileVersion of the profile that replaces earlier ones
 * @param readingVersion of the reading of the file that it is of, from 1
 * @param columns positions, from 0, of the columns about which something else is said now
 * @param tables one entry for each table of the dataset
 */
public record ProfileAmended(
    EventHeader header,
    UUID datasetId,
    int profileVersion,
    int readingVersion,
    List<Integer> columns,
    List<ProfiledTable> tables)
    implements Event {

  /** Checks what must be there and copies the lists. */
  public ProfileAmended {
    Require.present(header, "header");
    Require.present(datasetId, "dataset_id");
    Require.atLeast(profileVersion, 1, "profile_version");
    readingVersion = Math.max(readingVersion, 1);
    columns = List.copyOf(Require.orElse(columns, List.of()));
    tables = List.copyOf(Require.present(tables, "tables"));
  }

  @Override
  public UUID aggregateId() {
    return datasetId;
  }
}
