package dev.likeness.generator.messaging;

import dev.likeness.contracts.ErasureRequested;
import dev.likeness.contracts.Event;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.service.DatasetKnowledge;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.erasure.Forgetting;
import dev.likeness.platform.store.ObjectStore;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what happens to datasets and what becomes known of their columns. */
@ApplicationScoped
public class DatasetEventsConsumer {

  private static final List<String> FORGET =
      List.of(
          "delete from work_items where job_id in (select id from jobs where dataset_id = ?)",
          "delete from idempotency_keys where location in"
              + " (select '/v1/jobs/' || id from jobs where dataset_id = ?)",
          "delete from jobs where dataset_id = ?",
          "delete from known_datasets where dataset_id = ?");

  /** Beginnings of the names of what jobs make. */
  private static final List<String> MADE = List.of("model", "synthetic", "masked", "checkpoint");

  private final ServiceRuntime runtime;
  private final DatasetKnowledge knowledge;
  private final Forgetting forgetting;

  DatasetEventsConsumer(
      @Service(GeneratorConfig.SERVICE) ServiceRuntime runtime,
      DatasetKnowledge knowledge,
      ObjectStore store) {
    this.runtime = runtime;
    this.knowledge = knowledge;
    this.forgetting =
        Forgetting.of(runtime, store, object -> MADE.stream().anyMatch(object::startsWith), FORGET);
  }

  /** An event of ingest. */
  @Incoming("generator-dataset-events")
  @Blocking
  public void dataset(ConsumerRecord<String, String> told) {
    runtime.events().handle(told, this::on);
  }

  private void on(Event event) {
    if (event instanceof ErasureRequested erasure) {
      forgetting.on(erasure);
    } else {
      knowledge.hear(event);
    }
  }

  /** An event of the profiler. */
  @Incoming("generator-profile-events")
  @Blocking
  public void profile(ConsumerRecord<String, String> told) {
    runtime.events().handle(told, knowledge::hear);
  }
}
