package dev.likeness.ingest.messaging;

import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationFailed;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.ingest.persistence.Job;
import dev.likeness.ingest.persistence.JobState;
import dev.likeness.ingest.persistence.StoredObject;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the generator what has become of jobs, and where their results lie. */
@ApplicationScoped
public class GenerationEventsConsumer {

  private final ServiceRuntime platform;

  @Inject
  GenerationEventsConsumer(@Service(IngestPlatform.SERVICE) ServiceRuntime platform) {
    this.platform = platform;
  }

  @Incoming("ingest-generation-events")
  @Blocking
  void receive(ConsumerRecord<String, String> record) {
    platform.events().handle(record, this::on);
  }

  private void on(Event event) {
    switch (event) {
      case GenerationRequested e -> job(e.header(), e.jobId(), e.datasetId(), JobState.RUNNING);
      case GenerationCompleted e -> {
        Job job = job(e.header(), e.jobId(), e.datasetId(), JobState.SUCCEEDED);
        job.csv = StoredObject.of(e.tables().getFirst().csv());
      }
      case GenerationFailed e -> {
        Job job = job(e.header(), e.jobId(), e.datasetId(), JobState.FAILED);
        job.code = e.code();
      }
      case GenerationCancelled e -> job(e.header(), e.jobId(), e.datasetId(), JobState.CANCELLED);
      default -> {}
    }
  }

  private static Job job(EventHeader header, UUID id, UUID dataset, JobState state) {
    Job job = Job.of(header.tenant(), id).orElseGet(() -> made(header, id, dataset));
    job.state = state;
    job.code = null;
    job.updatedAt = header.occurredAt();
    if (!job.isPersistent()) {
      job.persist();
    }
    return job;
  }

  private static Job made(EventHeader header, UUID id, UUID dataset) {
    Job job = new Job();
    job.id = id;
    job.tenant = header.tenant();
    job.datasetId = dataset;
    return job;
  }
}
