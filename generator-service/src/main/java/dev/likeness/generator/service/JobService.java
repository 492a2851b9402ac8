package dev.likeness.generator.service;

import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.JobState;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Answer;
import dev.likeness.platform.http.Await;
import dev.likeness.platform.http.Cursor;
import dev.likeness.platform.http.IdempotentRequest;
import dev.likeness.platform.http.Page;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.ProfileMark;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What people may do with jobs. */
@ApplicationScoped
public class JobService {

  private final GeneratorConfig config;
  private final ServiceRuntime runtime;
  private final JobOrders orders;
  private final JobLifecycle lifecycle;
  private final JobSnapshots snapshots;
  private final ObjectStore store;

  JobService(
      GeneratorConfig config,
      @Service(GeneratorConfig.SERVICE) ServiceRuntime runtime,
      JobOrders orders,
      JobLifecycle lifecycle,
      JobSnapshots snapshots,
      ObjectStore store) {
    this.config = config;
    this.runtime = runtime;
    this.orders = orders;
    this.lifecycle = lifecycle;
    this.snapshots = snapshots;
    this.store = store;
  }

  /**
   * Takes a wish for new rows. Once this returns the job is durable.
   *
   * @param request the wish
   * @param once by which a repeated wish is known
   * @param answer how the new job is told
   */
  public Answer request(
      JobRequest request, IdempotentRequest once, Function<JobSnapshot, Answer> answer) {
    Optional<Answer> given = runtime.idempotencyKeys().find(once);
    if (given.isPresent()) {
      return given.get();
    }
    orders.check(request);
    KnownDataset dataset = awaitDataset(request.datasetId());
    Job.Order order = orders.order(request, dataset);
    return runtime
        .idempotencyKeys()
        .once(once, () -> answer.apply(snapshots.of(create(dataset.datasetId(), order))));
  }

  /**
   * Takes a wish for a masked copy. Once this returns the job is durable.
   *
   * @param request the wish
   * @param once by which a repeated wish is known
   * @param answer how the new job is told
   */
  public Answer request(
      MaskRequest request, IdempotentRequest once, Function<JobSnapshot, Answer> answer) {
    Optional<Answer> given = runtime.idempotencyKeys().find(once);
    if (given.isPresent()) {
      return given.get();
    }
    KnownDataset dataset = awaitDataset(request.datasetId());
    Job.Order order = orders.order(request, dataset);
    return runtime
        .idempotencyKeys()
        .once(once, () -> answer.apply(snapshots.of(create(dataset.datasetId(), order))));
  }

  /**
   * A dataset that was uploaded, as new as people have seen it if that comes in time.
   *
   * @throws dev.likeness.platform.problem.ProblemException when there is none, or its columns could
   *     not be told
   */
  KnownDataset awaitDataset(UUID id) {
    Await.upTo(
        config.eventWait(),
        () -> Database.inTransaction(() -> uploaded(id)).filter(this::isUpToDate));
    KnownDataset dataset =
        Database.inTransaction(() -> uploaded(id))
            .orElseThrow(() -> Problems.datasetNotFound().toException());
    dataset
        .failedCode()
        .ifPresent(
            code -> {
              throw Problems.profilingFailed(code).toException();
            });
    return dataset;
  }

  private static Optional<KnownDataset> uploaded(UUID id) {
    return KnownDataset.of(Tenants.DEFAULT, id).filter(KnownDataset::isUploaded);
  }

  /** Whether the newest profile that people have seen is known here, if there is any. */
  private boolean isUpToDate(KnownDataset dataset) {
    int seen = ProfileMark.read(store, Tenants.DEFAULT, dataset.datasetId());
    return seen <= dataset.profileVersion();
  }

  /** Whether a job of the dataset could begin now. */
  boolean isReady(KnownDataset dataset) {
    return dataset.isReady() && isUpToDate(dataset);
  }

  private Job create(UUID datasetId, Job.Order order) {
    KnownDataset dataset = uploaded(datasetId).orElseThrow().lock();
    Job job = Job.queued(Tenants.DEFAULT, dataset.project(), datasetId, order);
    boolean ready = isReady(dataset);
    if (!ready) {
      job.waitForProfile(Instant.now().plus(config.profileDeadline()));
    }
    job.persist();
    lifecycle.announce(job);
    if (ready) {
      lifecycle.begin(job, dataset);
    }
    return job;
  }

  /** The job at this moment. */
  public JobSnapshot find(UUID id) {
    return Database.inTransaction(
        () ->
            Job.of(Tenants.DEFAULT, id)
                .map(snapshots::of)
                .orElseThrow(() -> Problems.jobNotFound().toException()));
  }

  /** The job when it has ended, or after the given time. */
  public JobSnapshot await(UUID id, Duration atMost) {
    return Await.upTo(atMost, () -> Optional.of(find(id)).filter(JobSnapshot::terminal))
        .orElseGet(() -> find(id));
  }

  /** Jobs, newest first. */
  public Page<JobSnapshot> list(Optional<UUID> datasetId, Optional<Cursor> after, int limit) {
    return Database.inTransaction(
        () ->
            Page.of(
                Job.newest(
                    Tenants.DEFAULT,
                    datasetId,
                    after.map(c -> new Job.Place(c.at(), c.id())),
                    limit + 1),
                limit,
                job -> new Cursor(job.createdAt(), job.id()),
                snapshots::of));
  }

  /**
   * A wish to cancel and what became of it.
   *
   * @param job at this moment
   * @param before whether it was cancelled before
   */
  public record Cancelled(JobSnapshot job, boolean before) {}

  /**
   * Cancels a job. One that a worker has in hand ends within moments; one that only waits ends now.
   */
  public Cancelled cancel(UUID id) {
    Optional<Cancelled> cancelled = Optional.empty();
    while (cancelled.isEmpty()) {
      cancelled = Database.inTransaction(() -> tryCancel(id));
    }
    return cancelled.get();
  }

  /**
   * Work items first, then the job: the order in which a worker that ends an item locks them. Empty
   * when the job got its work in between, which is then not asked to stop yet.
   */
  private Optional<Cancelled> tryCancel(UUID id) {
    Job.of(Tenants.DEFAULT, id).orElseThrow(() -> Problems.jobNotFound().toException());
    boolean asked = runtime.work().requestCancel(id);
    Job job = Job.locked(id).orElseThrow();
    if (job.state().isTerminal()) {
      return Optional.of(alreadyEnded(job));
    }
    if (job.isWaiting()) {
      lifecycle.cancel(job);
    } else if (asked) {
      job.requestCancel();
    } else if (!job.isCancelRequested()) {
      return Optional.empty();
    }
    return Optional.of(new Cancelled(snapshots.of(job), false));
  }

  private Cancelled alreadyEnded(Job job) {
    if (job.state() != JobState.CANCELLED) {
      throw GeneratorProblems.jobFinished(job.state().name()).toException();
    }
    return new Cancelled(snapshots.of(job), true);
  }

  /** Makes another attempt of a job that failed or was cancelled. */
  public JobSnapshot retry(UUID id) {
    return Database.inTransaction(
        () -> {
          Job job =
              Job.of(Tenants.DEFAULT, id)
                  .flatMap(found -> Job.locked(found.id()))
                  .orElseThrow(() -> Problems.jobNotFound().toException());
          retry(job);
          return snapshots.of(job);
        });
  }

  private void retry(Job job) {
    if (job.state() != JobState.FAILED && job.state() != JobState.CANCELLED) {
      throw GeneratorProblems.notRetryable(job.state().name()).toException();
    }
    KnownDataset dataset = uploaded(job.datasetId()).orElseThrow().lock();
    job.retry();
    lifecycle.announce(job);
    if (job.isPinned()) {
      lifecycle.resume(job);
    } else if (isReady(dataset)) {
      lifecycle.begin(job, dataset);
    } else {
      job.waitForProfile(Instant.now().plus(config.profileDeadline()));
    }
  }

  /** Fails the jobs that have waited for their dataset's columns for too long. */
  public void failOverdue() {
    Database.inTransaction(
        () -> {
          List<Job> overdue = Job.overdue(Instant.now());
          overdue.forEach(
              job -> lifecycle.fail(job, GeneratorProblems.profileLate(config.profileDeadline())));
          return overdue.size();
        });
  }
}
