package dev.likeness.generator.service;

import dev.likeness.contracts.DatasetMasked;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.GeneratedTable;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationFailed;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.contracts.MaskedTable;
import dev.likeness.contracts.MaskingRequested;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.problem.Problem;
import dev.likeness.table.SplitSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a job, each with the work or the event that belongs to it. Every method runs inside
 * the caller's transaction, which holds the job's row, so that events of a job are told in their
 * order.
 */
@ApplicationScoped
public class JobLifecycle {

  private final ServiceRuntime runtime;

  JobLifecycle(@Service(GeneratorConfig.SERVICE) ServiceRuntime runtime) {
    this.runtime = runtime;
  }

  /** Tells that someone asked for the job, for the first time or again. */
  public void announce(Job job) {
    Job.Order order = job.order();
    Event event =
        switch (job.kind()) {
          case SYNTHETIC ->
              new GenerationRequested(
                  header(job), job.id(), job.datasetId(), order.model(), order.rows());
          case MASKED -> new MaskingRequested(header(job), job.id(), job.datasetId(), order.rows());
        };
    runtime.outbox().append(event);
  }

  /** Gives the job to the workers: all that it needs is known. */
  public void begin(Job job, KnownDataset dataset) {
    job.pin(dataset.profileVersion(), dataset.profile().orElseThrow());
    resume(job);
  }

  /** Gives the job to the workers where it stands: a model that was fitted is not fitted again. */
  public void resume(Job job) {
    runtime.work().enqueue(job.id(), job.tenant(), stage(job));
  }

  /** What a worker does for it next. */
  static String stage(Job job) {
    return switch (job.kind()) {
      case MASKED -> MaskWork.STAGE;
      case SYNTHETIC -> job.fitted().isPresent() ? SampleWork.STAGE : FitWork.STAGE;
    };
  }

  /**
   * The model is there; rows are next.
   *
   * @param kept what will hold in every row
   * @param learntFrom how many rows it was learnt from, where not all
   */
  public void fitted(Job job, ObjectRef model, String kept, Optional<String> learntFrom) {
    job.learn(kept, learntFrom);
    job.fitted(model);
    if (job.isCancelRequested()) {
      cancel(job);
    } else {
      resume(job);
    }
  }

  /** The rows are there, unless someone wanted the job to end before they were. */
  public void succeed(
      Job job, ObjectRef csv, SplitSpec split, List<Integer> columns, List<Integer> treated) {
    if (job.isCancelRequested()) {
      cancel(job);
      return;
    }
    job.succeed(csv);
    ObjectRef model = job.fitted().orElseThrow();
    runtime
        .outbox()
        .append(
            new GenerationCompleted(
                header(job),
                job.id(),
                job.datasetId(),
                job.profileVersion(),
                split.seed(),
                split.share(),
                List.of(
                    new GeneratedTable(
                        0,
                        job.order().rows(),
                        columns,
                        csv,
                        model,
                        treated,
                        job.order().conditions().orElse(null)))));
  }

  /** The masked copy is there, unless someone wanted the job to end before it was. */
  void masked(Job job, MaskWork.Made made) {
    if (job.isCancelRequested()) {
      cancel(job);
      return;
    }
    job.succeed(made.csv());
    runtime
        .outbox()
        .append(
            new DatasetMasked(
                header(job),
                job.id(),
                job.datasetId(),
                job.profileVersion(),
                List.of(
                    new MaskedTable(
                        0,
                        job.order().rows(),
                        made.columns(),
                        made.csv(),
                        made.manifest(),
                        made.vault().orElse(null)))));
  }

  /** The job ends without rows. */
  public void fail(Job job, Problem problem) {
    job.fail(problem.code(), problem.detail(), problem.action());
    runtime
        .outbox()
        .append(new GenerationFailed(header(job), job.id(), job.datasetId(), problem.code()));
  }

  /** The job ends because someone wanted it to. */
  public void cancel(Job job) {
    job.cancel();
    runtime.outbox().append(new GenerationCancelled(header(job), job.id(), job.datasetId()));
  }

  private static EventHeader header(Job job) {
    return EventHeader.now(job.tenant(), job.project());
  }
}
