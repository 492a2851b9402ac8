package dev.likeness.evaluator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.evaluation.Evaluation;
import dev.likeness.evaluation.EvaluationReport;
import dev.likeness.evaluation.MaskedEvaluation;
import dev.likeness.evaluation.ReportWarning;
import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.evaluator.persistence.JobEvaluation;
import dev.likeness.evaluator.service.ComparedTables.Compared;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.work.FenceLostException;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.platform.work.WorkHandler;
import dev.likeness.privacy.plan.MaskedManifest;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.treatment.CaesarLegacyTreatment;
import dev.likeness.table.Field;
import dev.likeness.table.profile.TableProfile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Compares the rows of a job with training and control rows, or looks at what masked rows still
 * show, and keeps the report.
 */
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
    String key = task.folder() + "/report-" + work.fence() + ".json";
    complete(work, task.masked() ? masked(key, task, run) : synthetic(key, task, run));
  }

  private ObjectRef synthetic(String key, EvaluationTask task, RunContext run) throws IOException {
    Compared compared = tables.read(task, run);
    EvaluationReport report =
        Evaluation.of(compared.training(), compared.control(), compared.synthetic(), run);
    return readings.write(
        key, task.jobId(), report, warnings(task), compared.with(), compared.notes());
  }

  /** Columns that people wanted to be shifted, and of which a model learnt the clear text. */
  private List<ReportWarning> warnings(EvaluationTask task) throws IOException {
    PlannedProfile planned = readings.planned(task.profile());
    List<String> learnt =
        task.columns().stream()
            .filter(column -> !task.treated().contains(column))
            .map(planned.profile().schema()::field)
            .filter(Field::isModelled)
            .map(Field::name)
            .filter(name -> isShifted(planned, name))
            .toList();
    return learnt.isEmpty() ? List.of() : List.of(ReportWarning.caesarNotUsed(learnt));
  }

  private static boolean isShifted(PlannedProfile planned, String column) {
    return Optional.ofNullable(planned.treatments().get(column))
        .filter(choice -> choice.name().equals(CaesarLegacyTreatment.NAME))
        .isPresent();
  }

  private ObjectRef masked(String key, EvaluationTask task, RunContext run) throws IOException {
    MaskedManifest manifest = readings.manifest(task.csv());
    TableProfile profile = readings.planned(task.profile()).profile();
    if (!MaskedEvaluation.needsRows(manifest)) {
      return readings.write(
          key, task.jobId(), MaskedEvaluation.of(manifest, profile, Optional.empty(), run));
    }
    try (Scratch scratch = store.scratch()) {
      Path copy = tables.masked(task, scratch, run);
      return readings.write(
          key, task.jobId(), MaskedEvaluation.of(manifest, profile, Optional.of(copy), run));
    }
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
