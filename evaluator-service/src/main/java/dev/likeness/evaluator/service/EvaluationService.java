package dev.likeness.evaluator.service;

import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.evaluator.persistence.JobEvaluation;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Await;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people may know of evaluations. */
@ApplicationScoped
public class EvaluationService {

  private final EvaluatorConfig config;
  private final ObjectStore store;
  private final EvaluationLifecycle lifecycle;

  EvaluationService(EvaluatorConfig config, ObjectStore store, EvaluationLifecycle lifecycle) {
    this.config = config;
    this.store = store;
    this.lifecycle = lifecycle;
  }

  /** How an evaluation stands: still to come, or its report. */
  public sealed interface Standing {

    /**
     * It is still to come.
     *
     * @param running whether a worker has begun with it
     */
    record Pending(boolean running) implements Standing {}

    /**
     * It is done.
     *
     * @param report JSON
     * @param sha256 of the report
     */
    record Done(byte[] report, String sha256) implements Standing {}
  }

  /**
   * How the evaluation of a job stands.
   *
   * @throws dev.likeness.platform.problem.ProblemException when there is no such job, or it or its
   *     evaluation failed, or it was cancelled
   */
  public Standing find(UUID jobId) {
    JobEvaluation job =
        Await.upTo(config.eventWait(), () -> look(jobId))
            .orElseThrow(() -> Problems.jobNotFound().toException());
    return switch (job.state()) {
      case GENERATING, WAITING -> new Standing.Pending(false);
      case RUNNING -> new Standing.Pending(true);
      case SUCCEEDED -> report(job);
      case FAILED -> throw EvaluatorProblems.evaluationFailed(failure(job)).toException();
      case JOB_FAILED -> throw Problems.jobFailed(failure(job).code()).toException();
      case JOB_CANCELLED -> throw Problems.jobCancelled().toException();
    };
  }

  private static Optional<JobEvaluation> look(UUID jobId) {
    return Database.inTransaction(() -> JobEvaluation.of(Tenants.DEFAULT, jobId));
  }

  private static JobEvaluation.Failure failure(JobEvaluation job) {
    return job.failure().orElseThrow();
  }

  private Standing report(JobEvaluation job) {
    var ref = job.report().orElseThrow();
    try (InputStream in = store.open(ref.key())) {
      return new Standing.Done(in.readAllBytes(), ref.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException("object " + ref.key() + " cannot be read", e);
    }
  }

  /** Fails the evaluations that have waited for events of their dataset for too long. */
  public void failOverdue() {
    Problem late = EvaluatorProblems.datasetLate(config.datasetDeadline());
    Database.inTransaction(
        () -> {
          List<JobEvaluation> overdue = JobEvaluation.overdue(Instant.now());
          overdue.forEach(job -> lifecycle.fail(job, late));
          return overdue.size();
        });
  }
}
