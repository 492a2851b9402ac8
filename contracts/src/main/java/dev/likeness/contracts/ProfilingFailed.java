package dev.likeness.contracts;

import java.util.UUID;

/**
 * The columns of a dataset could not be told.
 *
 * @param header who, when, for whom
 * @param datasetId the dataset
 * @param code stable problem code
 */
public record ProfilingFailed(EventHeader header, UUID datasetId, String code) implements Event {

  /** Checks what must be there. */
  public ProfilingFailed {
    Require.present(header, "header");
    Require.present(datasetId, "dataset_id");
    Require.present(code, "code");
  }

  @Override
  public UUID aggregateId() {
    return datasetId;
  }
}
