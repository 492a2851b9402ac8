package dev.likeness.evaluator.service;

import dev.likeness.contracts.DatasetMasked;
import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationFailed;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.contracts.MaskingRequested;
import dev.likeness.contracts.ProfileAmended;
import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.evaluator.persistence.JobEvaluation;
import dev.likeness.evaluator.persistence.KnownDataset;
import dev.likeness.evaluator.persistence.KnownProfile;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Learns from the events of other services what evaluations need, and lets an evaluation begin when
 * all of it is known. Events of different topics come in any order. Runs inside the transaction
 * that remembers the event.
 */
@ApplicationScoped
public class JobKnowledge {

  private final EvaluatorConfig config;
  private final ServiceRuntime runtime;

  JobKnowledge(EvaluatorConfig config, @Service(EvaluatorConfig.SERVICE) ServiceRuntime runtime) {
    this.config = config;
    this.runtime = runtime;
  }

  /** Takes what an event tells; other events are none of its business. */
  public void hear(Event event) {
    if (event instanceof DatasetUploaded e) {
      alone(e.datasetId());
      KnownDataset.uploaded(e.header().tenant(), e.datasetId(), e.version(), e.tables().getFirst());
      release(e.datasetId());
    } else if (event instanceof DatasetProfiled e) {
      alone(e.datasetId());
      KnownProfile.profiled(
          e.header().tenant(), e.datasetId(), e.profileVersion(), e.tables().getFirst().profile());
      release(e.datasetId());
    } else if (event instanceof ProfileAmended e) {
      alone(e.datasetId());
      KnownProfile.profiled(
          e.header().tenant(), e.datasetId(), e.profileVersion(), e.tables().getFirst().profile());
      release(e.datasetId());
    } else if (event instanceof GenerationRequested e) {
      JobEvaluation.lockedOrNew(e.header(), e.jobId(), e.datasetId()).requested();
    } else if (event instanceof MaskingRequested e) {
      JobEvaluation.lockedOrNew(e.header(), e.jobId(), e.datasetId()).requested();
    } else if (event instanceof GenerationCompleted e) {
      generated(e);
    } else if (event instanceof DatasetMasked e) {
      masked(e);
    } else if (event instanceof GenerationFailed e) {
      JobEvaluation.lockedOrNew(e.header(), e.jobId(), e.datasetId()).jobFailed(e.code());
    } else if (event instanceof GenerationCancelled e) {
      JobEvaluation.lockedOrNew(e.header(), e.jobId(), e.datasetId()).jobCancelled();
    }
  }

  /**
   * Lets one transaction at a time learn about a dataset: of two that each bring what the other
   * needs, the second must see the first.
   */
  private void alone(UUID datasetId) {
    runtime
        .database()
        .first(
            "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
            row -> row.getInt(1),
            "likeness.evaluator." + datasetId);
  }

  private void generated(GenerationCompleted event) {
    alone(event.datasetId());
    JobEvaluation job = JobEvaluation.lockedOrNew(event.header(), event.jobId(), event.datasetId());
    Instant until = Instant.now().plus(config.datasetDeadline());
    job.generated(event, event.tables().getFirst(), until);
    beginIfReady(job);
  }

  private void masked(DatasetMasked event) {
    alone(event.datasetId());
    JobEvaluation job = JobEvaluation.lockedOrNew(event.header(), event.jobId(), event.datasetId());
    Instant until = Instant.now().plus(config.datasetDeadline());
    job.masked(event, event.tables().getFirst(), until);
    beginIfReady(job);
  }

  private void release(UUID datasetId) {
    JobEvaluation.waitingFor(datasetId).forEach(this::beginIfReady);
  }

  private void beginIfReady(JobEvaluation job) {
    boolean known =
        KnownDataset.of(job.datasetId()).isPresent()
            && KnownProfile.of(job.datasetId(), job.profileVersion()).isPresent();
    if (known) {
      job.ready();
      runtime.work().enqueue(job.jobId(), job.tenant(), EvaluateWork.STAGE);
    }
  }
}
