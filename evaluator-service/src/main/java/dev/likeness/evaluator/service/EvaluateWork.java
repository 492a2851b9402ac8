package dev.likeness.evaluator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.evaluation.Evaluation;
import dev.likeness.evaluation.EvaluationReport;
import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.evaluator.persistence.JobEvaluation;
import dev.likeness.evaluator.service.ComparedTables.Compared;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.work.FenceLostException;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.platform.work.WorkHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Compares the rows of a job with training and control rows, and keeps the report. */
@Singleton
@Service(EvaluatorConfig.SERVICE)
public final class EvaluateWork implements WorkHandler {

  static final String STAGE = "evaluate";

  private final EvaluatorConfig config;
  private final ComparedTables tables;
  private final Readings readings;
  private final ObjectStore store;
  private final EvaluationLifecycle lifecycle;

  EvaluateWork(
      EvaluatorConfig config,
      ComparedTables tables,
      Readings readings,
      ObjectStore store,
      EvaluationLifecycle lifecycle) {
    this.config = config;
    this.tables = tables;
    this.readings = readings;
    this.store = store;
    this.lifecycle = lifecycle;
  }

  @Override
  public String stage() {
    return STAGE;
  }

  @Override
  public void run(WorkContext work) throws IOException {
    EvaluationTask task = begin(work);
    RunContext run = config.threads() == 0 ? work.run() : work.run(config.threads());
    Compared compared = tables.read(task, run);
    EvaluationReport report =
        Evaluation.of(compared.training(), compared.control(), compared.synthetic(), run);
    String key = task.folder() + "/report-" + work.fence() + ".json";
    ObjectRef ref = readings.write(key, task.jobId(), report, compared.notes());
    complete(work, ref);
  }

  private EvaluationTask begin(WorkContext work) {
    AtomicReference<EvaluationTask> task = new AtomicReference<>();
    work.update(
        () -> {
          JobEvaluation job = job(work);
          job.start();
          task.set(EvaluationTask.of(job));
        });
    return task.get();
  }

  private void complete(WorkContext work, ObjectRef report) throws IOException {
    try {
      work.complete(() -> lifecycle.succeed(job(work), report));
    } catch (FenceLostException e) {
      store.delete(report.key());
      throw e;
    }
  }

  @Override
  public void onFailed(WorkContext work, Problem problem) {
    lifecycle.fail(job(work), problem);
  }

  private static JobEvaluation job(WorkContext work) {
    return JobEvaluation.locked(work.jobId()).orElseThrow();
  }
}
