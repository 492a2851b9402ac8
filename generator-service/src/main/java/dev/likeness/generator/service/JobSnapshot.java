package dev.likeness.generator.service;

import dev.likeness.generator.persistence.Job;
import dev.likeness.table.condition.Conditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A job at a moment.
 *
 * @param id the job
 * @param datasetId the dataset that its rows shall resemble
 * @param kind what it makes
 * @param treatments by name of column, a JSON object
 * @param keyProject project whose key is used
 * @param model name of the model
 * @param rows how many rows
 * @param seed of everything random
 * @param options all options of the model, a JSON object
 * @param columns names of the wanted columns; empty for all
 * @param conditions what rows shall be like
 * @param relations {@code keep} or {@code off}
 * @param kept relations that hold in every row, once they are known
 * @param learntFrom how many of the training rows were learnt, in words, where not all
 * @param choice how a model was chosen for it; empty where one was named, and before
 * @param costliest name of the column that costs most of all, where a model was chosen
 * @param state name of its state
 * @param terminal whether nothing more will happen
 * @param attempt from 1
 * @param version of what is known of it, apart from its progress
 * @param progress how far it is
 * @param etaSeconds until its end
 * @param error why it failed
 * @param result its rows
 * @param createdAt when it was asked for
 * @param startedAt when a worker began with this attempt
 * @param finishedAt when it ended
 */
public record JobSnapshot(
    UUID id,
    UUID datasetId,
    String kind,
    String treatments,
    Optional<String> keyProject,
    String model,
    long rows,
    long seed,
    String options,
    Optional<List<String>> columns,
    Conditions conditions,
    String relations,
    Optional<List<String>> kept,
    Optional<String> learntFrom,
    Optional<JobChoice> choice,
    Optional<String> costliest,
    String state,
    boolean terminal,
    int attempt,
    long version,
    JobProgress progress,
    OptionalLong etaSeconds,
    Optional<Error> error,
    Optional<Result> result,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  private static final long VERSIONS_APART = 100_000;
  private static final long STAGES_APART = 10_000;

  /**
   * Why a job failed.
   *
   * @param code stable problem code
   * @param detail what happened
   * @param action what to do about it
   */
  public record Error(String code, String detail, String action) {}

  /**
   * The rows of a finished job.
   *
   * @param rows how many
   * @param bytes of the CSV file
   * @param sha256 of the CSV file
   */
  public record Result(long rows, long bytes, String sha256) {}

  /** The job, with what is not in its row. */
  static JobSnapshot of(
      Job job,
      JobProgress progress,
      Optional<List<String>> columns,
      Conditions conditions,
      Optional<List<String>> kept,
      Optional<JobChoice> choice,
      Optional<String> costliest) {
    Instant now = Instant.now();
    return new JobSnapshot(
        job.id(),
        job.datasetId(),
        job.kind().label(),
        job.order().treating().treatments(),
        job.order().treating().keyProject(),
        job.order().model(),
        job.order().rows(),
        job.order().seed(),
        job.order().options(),
        columns,
        conditions,
        job.order().relations(),
        kept,
        job.learntFrom(),
        choice,
        costliest,
        job.state().name(),
        job.state().isTerminal(),
        job.attempt(),
        job.version(),
        progress,
        eta(job, progress, now),
        job.failure().map(f -> new Error(f.code(), f.detail(), f.action())),
        job.csv().map(csv -> new Result(job.order().rows(), csv.bytes(), csv.sha256())),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt());
  }

  private static OptionalLong eta(Job job, JobProgress progress, Instant now) {
    return switch (job.state()) {
      case RUNNING ->
          job.startedAt()
              .map(started -> progress.etaSeconds(started, now))
              .orElse(OptionalLong.empty());
      case SUCCEEDED -> OptionalLong.of(0);
      case QUEUED, FAILED, CANCELLED -> OptionalLong.empty();
    };
  }

  /**
   * Number of this moment among those of the job: rises whenever state, stage or percent change. A
   * client that has seen it need not see it again.
   */
  public long sequence() {
    return version * VERSIONS_APART
        + progress.stage().ordinal() * STAGES_APART
        + Math.round(progress.percent() * 10);
  }
}
