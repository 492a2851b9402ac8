package dev.likeness.generator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.platform.Service;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFiles;
import dev.likeness.synthesis.Synthesis;
import dev.likeness.synthesis.auto.Guidance;
import dev.likeness.synthesis.auto.NoModelException;
import dev.likeness.synthesis.auto.Recommendation;
import dev.likeness.synthesis.model.AutoSynthesizer;
import dev.likeness.table.io.CanonicalTable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Fits the model on the training rows and keeps it. The model is the checkpoint of a job: once it
 * lies in the store, no crash has it fitted again.
 */
@Singleton
@Service(GeneratorConfig.SERVICE)
public final class FitWork extends JobWork {

  static final String STAGE = "fit";

  private final JobLifecycle lifecycle;
  private final Readings readings;
  private final ObjectStore store;
  private final Treating treating;
  private final Conditioning conditioning;

  FitWork(
      GeneratorConfig config,
      JobLifecycle lifecycle,
      Readings readings,
      ObjectStore store,
      Treating treating,
      Conditioning conditioning) {
    super(config, lifecycle, store, conditioning);
    this.conditioning = conditioning;
    this.treating = treating;
    this.lifecycle = lifecycle;
    this.readings = readings;
    this.store = store;
  }

  @Override
  public String stage() {
    return STAGE;
  }

  @Override
  public void run(WorkContext work) throws IOException {
    JobTask task = begin(work);
    run(work, JobStage.READING).progress().at("", 0);
    FittedSynthesizer model = fit(work, task);
    ObjectRef ref =
        store.put(
            task.key("model", work.fence(), "bin"), out -> ModelFiles.write(model.save(), out));
    String kept = KeptRelations.write(model.relations(), readings.columnNames(task.reading()));
    Optional<String> learntFrom =
        Synthesis.learnt(model.provenance(), task.request(), task.sourceRows()).sentence();
    complete(work, ref, job -> lifecycle.fitted(job, ref, kept, learntFrom));
  }

  private FittedSynthesizer fit(WorkContext work, JobTask task) throws IOException {
    PlannedProfile planned = readings.planned(task.profile());
    TreatmentPlan plan =
        treating.plan(planned, Purpose.SYNTHETIC, Treating.read(task.treatments()), task.officer());
    try (LocalObject canonical = store.local(task.canonical());
        CanonicalTable table = CanonicalTable.open(canonical.path(), planned.profile().schema())) {
      conditioning.check(task.request(), table, planned, plan);
      return Synthesis.fit(
          table,
          task.request(),
          TreatmentPlan.context(planned.profile()),
          plan,
          guidance(work, task, planned, plan),
          run(work, JobStage.FITTING));
    } catch (NoModelException e) {
      throw GeneratorProblems.noModel(e).toException();
    }
  }

  /** The advice for a job that names no model; the job tells it, and what comes of it. */
  private static Guidance guidance(
      WorkContext work, JobTask task, PlannedProfile planned, TreatmentPlan plan) {
    if (!task.request().model().equals(AutoSynthesizer.NAME)) {
      return Guidance.none();
    }
    Recommendation advice =
        Synthesis.recommend(planned.profile(), plan, task.request(), task.rows());
    tell(work, JobChoice.of(advice, List.of()));
    return new Guidance(Optional.of(advice), story -> tell(work, JobChoice.of(advice, story)));
  }

  private static void tell(WorkContext work, JobChoice choice) {
    work.update(() -> job(work).choose(choice.write()));
  }
}
