package dev.likeness.contracts;

import java.util.UUID;

/**
 * A dataset is to be forgotten. Its key is destroyed already; each service removes its rows and
 * objects of it and tells so by {@link ErasureAcknowledged}.
 *
 * @param header who, when, for whom
 * @param erasureId the erasure
 * @param datasetId the dataset
 */
public record ErasureRequested(EventHeader header, UUID erasureId, UUID datasetId)
    implements Event {

  /** Checks what must be there. */
  public ErasureRequested {
    Require.present(header, "header");
    Require.present(erasureId, "erasure_id");
    Require.present(datasetId, "dataset_id");
  }

  @Override
  public UUID aggregateId() {
    return datasetId;
  }
}
