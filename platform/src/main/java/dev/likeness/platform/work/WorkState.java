package dev.likeness.platform.work;

/** Where a work item stands. */
public enum WorkState {
  /** Waits for a worker. */
  READY,
  /** A worker has it. */
  LEASED,
  /** Ended with its result. */
  DONE,
  /** Ended with a problem. */
  FAILED,
  /** Ended because somebody asked for that. */
  CANCELLED;

  /** Whether nothing happens to it any more by itself. */
  public boolean ended() {
    return switch (this) {
      case READY, LEASED -> false;
      case DONE, FAILED, CANCELLED -> true;
    };
  }
}
