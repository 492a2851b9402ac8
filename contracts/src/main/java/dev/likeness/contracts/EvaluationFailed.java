package dev.likeness.contracts;

import java.util.UUID;

/**
 * The new rows of a job could not be judged.
 *
 * @param header who, when, for whom
 * @param jobId the job
 * @param code stable problem code
 */
public record EvaluationFailed(EventHeader header, UUID jobId, String code) implements Event {

  /** Checks what must be there. */
  public EvaluationFailed {
    Require.present(header, "header");
    Require.present(jobId, "job_id");
    Require.present(code, "code");
  }

  @Override
  public UUID aggregateId() {
    return jobId;
  }
}
