package dev.likeness.generator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.work.FenceLostException;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.platform.work.WorkHandler;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What both stages of a job have in common: how they begin, and how they end in each way. */
abstract sealed class JobWork implements WorkHandler permits FitWork, SampleWork, MaskWork {

  private final GeneratorConfig config;
  private final JobLifecycle lifecycle;
  private final ObjectStore store;
  private final Conditioning conditioning;

  JobWork(
      GeneratorConfig config,
      JobLifecycle lifecycle,
      ObjectStore store,
      Conditioning conditioning) {
    this.config = config;
    this.lifecycle = lifecycle;
    this.store = store;
    this.conditioning = conditioning;
  }

  /** Marks the job as running and reads what is to be done. */
  final JobTask begin(WorkContext work) {
    AtomicReference<JobTask> task = new AtomicReference<>();
    work.update(
        () -> {
          Job job = job(work);
          job.start();
          KnownDataset dataset = KnownDataset.of(job.tenant(), job.datasetId()).orElseThrow();
          task.set(JobTask.of(job, dataset, conditioning.of(job)));
        });
    return task.get();
  }

  /** How to compute: whatever stages the engine names, people see this one. */
  final RunContext run(WorkContext work, JobStage stage) {
    RunContext run = config.threads() == 0 ? work.run() : work.run(config.threads());
    return run.withProgress((ignored, done) -> run.progress().at(stage.label(), done));
  }

  /** Ends the item; an object that nobody will name is removed. */
  final void complete(WorkContext work, ObjectRef made, Consumer<Job> step) throws IOException {
    try {
      work.complete(() -> step.accept(job(work)));
    } catch (FenceLostException e) {
      store.delete(made.key());
      throw e;
    }
  }

  @Override
  public final void onFailed(WorkContext work, Problem problem) {
    lifecycle.fail(job(work), problem);
  }

  @Override
  public final void onCancelled(WorkContext work) {
    lifecycle.cancel(job(work));
  }

  /** The job, locked until the transaction ends. */
  static Job job(WorkContext work) {
    return Job.locked(work.jobId()).orElseThrow();
  }
}
