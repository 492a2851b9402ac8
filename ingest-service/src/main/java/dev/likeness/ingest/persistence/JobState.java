package dev.likeness.ingest.persistence;

/** What has become of a job, as far as downloads are concerned. */
public enum JobState {
  /** Not ended yet. */
  RUNNING,
  /** Has rows to download. */
  SUCCEEDED,
  /** Ended without rows. */
  FAILED,
  /** Somebody cancelled it. */
  CANCELLED
}
