package dev.likeness.ingest.messaging;

import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.ProfileAmended;
import dev.likeness.contracts.ProfilingFailed;
import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.ingest.persistence.Dataset;
import dev.likeness.ingest.persistence.DatasetState;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the profiler whether the columns of a dataset are known. */
@ApplicationScoped
public class ProfileEventsConsumer {

  private final ServiceRuntime platform;

  @Inject
  ProfileEventsConsumer(@Service(IngestPlatform.SERVICE) ServiceRuntime platform) {
    this.platform = platform;
  }

  @Incoming("ingest-profile-events")
  @Blocking
  void receive(ConsumerRecord<String, String> record) {
    platform.events().handle(record, this::on);
  }

  private void on(Event event) {
    switch (event) {
      case DatasetProfiled e -> set(e.header().tenant(), e.datasetId(), DatasetState.PROFILED);
      case ProfileAmended e -> set(e.header().tenant(), e.datasetId(), DatasetState.PROFILED);
      case ProfilingFailed e ->
          set(e.header().tenant(), e.datasetId(), DatasetState.PROFILING_FAILED);
      default -> {}
    }
  }

  private static void set(String tenant, UUID dataset, DatasetState state) {
    Dataset.of(tenant, dataset).ifPresent(d -> d.state = state);
  }
}
