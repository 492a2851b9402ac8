package dev.likeness.contracts;

import java.util.UUID;

/**
 * The new rows of a job were judged.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param report the evaluation report, JSON
 */
public record EvaluationCompleted(EventHeader header, UUID jobId, ObjectRef report)
    implements Event {

  /** Checks what must be there. */
  public EvaluationCompleted {
    Require.present(header, "header");
    Require.present(jobId, "job_id");
    Require.present(report, "report");
  }

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
