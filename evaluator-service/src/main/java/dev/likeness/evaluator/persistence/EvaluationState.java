package dev.likeness.evaluator.persistence;

/** What has become of a job, as far as its evaluation goes. */
public enum EvaluationState {
  /** The job has not ended yet. */
  GENERATING,
  /** The rows are there; their evaluation has not begun. */
  WAITING,
  /** A worker has begun with it. */
  RUNNING,
  /** The report is there. */
  SUCCEEDED,
  /** The rows could not be judged. */
  FAILED,
  /** The job ended without rows. */
  JOB_FAILED,
  /** Someone cancelled the job. */
  JOB_CANCELLED;

  /** Whether nothing more will happen, unless someone retries the job. */
  public boolean isTerminal() {
    return switch (this) {
      case GENERATING, WAITING, RUNNING -> false;
      case SUCCEEDED, FAILED, JOB_FAILED, JOB_CANCELLED -> true;
    };
  }
}
