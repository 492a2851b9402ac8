package dev.likeness.evaluator.service;

import dev.likeness.contracts.EvaluationCompleted;
import dev.likeness.contracts.EvaluationFailed;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.evaluator.persistence.JobEvaluation;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How an evaluation ends, with the event that tells of it. Every method runs inside the caller's
 * transaction, which holds the row.
 */
@ApplicationScoped
public class EvaluationLifecycle {

  private final ServiceRuntime runtime;

  EvaluationLifecycle(@Service(EvaluatorConfig.SERVICE) ServiceRuntime runtime) {
    this.runtime = runtime;
  }

  /** The report is there. */
  public void succeed(JobEvaluation job, ObjectRef report) {
    job.succeed(report);
    runtime.outbox().append(new EvaluationCompleted(header(job), job.jobId(), report));
  }

  /** The rows could not be judged. */
  public void fail(JobEvaluation job, Problem problem) {
    job.fail(new JobEvaluation.Failure(problem.code(), problem.detail(), problem.action()));
    runtime.outbox().append(new EvaluationFailed(header(job), job.jobId(), problem.code()));
  }

  private static EventHeader header(JobEvaluation job) {
    return EventHeader.now(job.tenant(), job.project());
  }
}
