package dev.likeness.evaluator.service;

import dev.likeness.evaluator.persistence.JobEvaluation;
import dev.likeness.platform.problem.Problem;
import java.time.Duration;

/** Everything that only the evaluator may refuse. */
final class EvaluatorProblems {

  private static final int CONFLICT = 409;

  private EvaluatorProblems() {}

  static Problem evaluationFailed(JobEvaluation.Failure failure) {
    return Problem.of(
        CONFLICT,
        "evaluation-failed",
        "The rows could not be judged",
        failure.detail() + " (" + failure.code() + ")",
        failure.action());
  }

  static Problem datasetLate(Duration deadline) {
    return Problem.of(
        CONFLICT,
        "dataset-timeout",
        "The dataset did not become known in time",
        "The dataset's events did not arrive within " + deadline.toSeconds() + " seconds.",
        "See that ingest and profiler run, then start the job again.");
  }
}
