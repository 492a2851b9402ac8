package dev.likeness.generator.persistence;

/** What has become of a job. The last three are terminal. */
public enum JobState {
  /** Waits: for its dataset's columns, or for a worker. */
  QUEUED,
  /** A worker has begun with it. */
  RUNNING,
  /** Its rows lie in the object store. */
  SUCCEEDED,
  /** It ended without rows. */
  FAILED,
  /** Someone cancelled it. */
  CANCELLED;

  /** Whether nothing more will happen, unless someone asks for another attempt. */
  public boolean isTerminal() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case SUCCEEDED, FAILED, CANCELLED -> true;
    };
  }
}
