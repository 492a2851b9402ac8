package dev.likeness.contracts;

import java.util.UUID;

/**
 * A service has removed what it had of a dataset.
 *
 * @param header who, when, for whom
 * @param erasureId the erasure
 * @param datasetId the dataset
 * @param code name of the service
 * @param objects how many objects it removed
 * @param rows how many rows it removed
 */
public record ErasureAcknowledged(
    EventHeader header, UUID erasureId, UUID datasetId, String code, long objects, long rows)
    implements Event {

  /** Checks what must be there. */
  public ErasureAcknowledged {
    Require.present(header, "header");
    Require.present(erasureId, "erasure_id");
    Require.present(datasetId, "dataset_id");
    Require.present(code, "code");
    Require.atLeast(objects, 0, "objects");
    Require.atLeast(rows, 0, "rows");
  }

  @Override
  public UUID aggregateId() {
    return datasetId;
  }
}
