package dev.likeness.generator.service;

import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.ProfileAmended;
import dev.likeness.contracts.ProfilingFailed;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Learns from the events of other services what jobs need to know of datasets, and lets the jobs go
 * that waited for it. Runs inside the transaction that remembers the event.
 */
@ApplicationScoped
public class DatasetKnowledge {

  private final JobLifecycle lifecycle;

  DatasetKnowledge(JobLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Takes what an event tells; events that tell nothing of datasets are none of its business. */
  public void hear(Event event) {
    if (event instanceof DatasetUploaded e) {
      learn(e.header(), e.datasetId(), d -> d.uploaded(e.version(), e.tables().getFirst()));
    } else if (event instanceof DatasetProfiled e) {
      learn(
          e.header(),
          e.datasetId(),
          d -> d.profiled(e.profileVersion(), e.readingVersion(), e.tables().getFirst().profile()));
    } else if (event instanceof ProfileAmended e) {
      learn(
          e.header(),
          e.datasetId(),
          d -> d.profiled(e.profileVersion(), e.readingVersion(), e.tables().getFirst().profile()));
    } else if (event instanceof ProfilingFailed e) {
      learn(e.header(), e.datasetId(), d -> d.profilingFailed(e.code()));
    }
  }

  private void learn(EventHeader header, UUID datasetId, Consumer<KnownDataset> lesson) {
    KnownDataset dataset = KnownDataset.locked(header, datasetId);
    lesson.accept(dataset);
    if (dataset.isReady()) {
      Job.waitingFor(datasetId).forEach(job -> lifecycle.begin(job, dataset));
    } else if (dataset.failedCode().isPresent()) {
      Problem problem = Problems.profilingFailed(dataset.failedCode().get());
      Job.waitingFor(datasetId).forEach(job -> lifecycle.fail(job, problem));
    }
  }
}
