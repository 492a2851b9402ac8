package dev.likeness.ingest.messaging;

import dev.likeness.contracts.ErasureAcknowledged;
import dev.likeness.contracts.Event;
import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.ingest.service.Erasures;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the other services that they have forgotten a dataset. */
@ApplicationScoped
public class DatasetEventsConsumer {

  private final ServiceRuntime platform;
  private final Erasures erasures;

  @Inject
  DatasetEventsConsumer(
      @Service(IngestPlatform.SERVICE) ServiceRuntime platform, Erasures erasures) {
    this.platform = platform;
    this.erasures = erasures;
  }

  void resume(@Observes StartupEvent start) {
    erasures.resume();
  }

  @Incoming("ingest-dataset-events")
  @Blocking
  void receive(ConsumerRecord<String, String> record) {
    platform.events().handle(record, this::on);
  }

  private void on(Event event) {
    if (event instanceof ErasureAcknowledged done) {
      erasures.acknowledged(done);
    }
  }
}
