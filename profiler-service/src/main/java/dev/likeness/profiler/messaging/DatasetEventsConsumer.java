package dev.likeness.profiler.messaging;

import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.service.Profiles;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from ingest that a dataset came in. */
@ApplicationScoped
public class DatasetEventsConsumer {

  private final ServiceRuntime platform;
  private final Profiles profiles;

  @Inject
  DatasetEventsConsumer(
      @Service(ProfilerPlatform.SERVICE) ServiceRuntime platform, Profiles profiles) {
    this.platform = platform;
    this.profiles = profiles;
  }

  @Incoming("profiler-dataset-events")
  @Blocking
  void receive(ConsumerRecord<String, String> record) {
    platform.events().handle(record, this::on);
  }

  private void on(Event event) {
    if (event instanceof DatasetUploaded uploaded) {
      profiles.begin(uploaded);
    }
  }
}
