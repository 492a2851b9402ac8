package dev.likeness.profiler.messaging;

import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.ErasureRequested;
import dev.likeness.contracts.Event;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.erasure.Forgetting;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.profiler.service.Profiles;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from ingest that a dataset came in, or is to be forgotten. */
@ApplicationScoped
public class DatasetEventsConsumer {

  private final ServiceRuntime platform;
  private final Profiles profiles;
  private final Forgetting forgetting;

  @Inject
  DatasetEventsConsumer(
      @Service(ProfilerPlatform.SERVICE) ServiceRuntime platform,
      Profiles profiles,
      ObjectStore store) {
    this.platform = platform;
    this.profiles = profiles;
    this.forgetting =
        Forgetting.of(
            platform,
            store,
            object -> object.startsWith("profile"),
            List.of(
                "delete from work_items where job_id = ?",
                "delete from profiles where dataset_id = ?"));
  }

  @Incoming("profiler-dataset-events")
  @Blocking
  void receive(ConsumerRecord<String, String> record) {
    platform.events().handle(record, this::on);
  }

  private void on(Event event) {
    switch (event) {
      case DatasetUploaded uploaded -> profiles.begin(uploaded);
      case ErasureRequested erasure -> forgetting.on(erasure);
      default -> {}
    }
  }
}
