package dev.likeness.ingest.persistence;

/** How much is known of a dataset. */
public enum DatasetState {
  /** It came in; its columns are being looked at. */
  UPLOADED,
  /** Its columns are known. */
  PROFILED,
  /** Its columns could not be told. */
  PROFILING_FAILED
}
