package dev.likeness.ingest.messaging;

import dev.likeness.contracts.DatasetMasked;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationFailed;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.contracts.MaskingRequested;
import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.ingest.persistence.Job;
import dev.likeness.ingest.persistence.JobState;
import dev.likeness.ingest.persistence.StoredObject;
import dev.likeness.ingest.service.AuditLog;
import dev.likeness.ingest.service.Erasures;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the generator what has become of jobs, and where their results lie. */
@ApplicationScoped
public class GenerationEventsConsumer {

  private final ServiceRuntime platform;
  private final AuditLog audit;
  private final Erasures erasures;

  @Inject
  GenerationEventsConsumer(
      @Service(IngestPlatform.SERVICE) ServiceRuntime platform, AuditLog audit, Erasures erasures) {
    this.platform = platform;
    this.audit = audit;
    this.erasures = erasures;
  }

  @Incoming("ingest-generation-events")
  @Blocking
  void receive(ConsumerRecord<String, String> record) {
    platform.events().handle(record, this::on);
  }

  private void on(Event event) {
    if (event instanceof GenerationRequested e) {
      requested(e);
    } else if (event instanceof MaskingRequested e) {
      requested(e);
    }
    if (!erasures.isErased(datasetOf(event))) {
      learn(event);
    }
  }

  private void requested(GenerationRequested event) {
    audit.append(
        event.header().tenant(),
        "service:generator",
        "generation-requested",
        Map.of(
            "job", event.jobId().toString(),
            "dataset", event.datasetId().toString(),
            "model", event.model(),
            "rows", Long.toString(event.rows())));
  }

  private void requested(MaskingRequested event) {
    audit.append(
        event.header().tenant(),
        "service:generator",
        "masking-requested",
        Map.of(
            "job", event.jobId().toString(),
            "dataset", event.datasetId().toString(),
            "rows", Long.toString(event.rows())));
  }

  /** Nothing is learnt of a dataset any more that was forgotten. */
  private static Optional<UUID> datasetOf(Event event) {
    return switch (event) {
      case GenerationRequested e -> Optional.of(e.datasetId());
      case GenerationCompleted e -> Optional.of(e.datasetId());
      case GenerationFailed e -> Optional.of(e.datasetId());
      case GenerationCancelled e -> Optional.of(e.datasetId());
      case MaskingRequested e -> Optional.of(e.datasetId());
      case DatasetMasked e -> Optional.of(e.datasetId());
      default -> Optional.empty();
    };
  }

  private void learn(Event event) {
    switch (event) {
      case GenerationRequested e -> job(e.header(), e.jobId(), e.datasetId(), JobState.RUNNING);
      case MaskingRequested e -> job(e.header(), e.jobId(), e.datasetId(), JobState.RUNNING);
      case DatasetMasked e -> {
        Job job = job(e.header(), e.jobId(), e.datasetId(), JobState.SUCCEEDED);
        job.csv = StoredObject.of(e.tables().getFirst().csv());
      }
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
