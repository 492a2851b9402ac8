package dev.likeness.generator.messaging;

import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.service.DatasetKnowledge;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what happens to datasets and what becomes known of their columns. */
@ApplicationScoped
public class DatasetEventsConsumer {

  private final ServiceRuntime runtime;
  private final DatasetKnowledge knowledge;

  DatasetEventsConsumer(
      @Service(GeneratorConfig.SERVICE) ServiceRuntime runtime, DatasetKnowledge knowledge) {
    this.runtime = runtime;
    this.knowledge = knowledge;
  }

  /** An event of ingest. */
  @Incoming("generator-dataset-events")
  @Blocking
  public void dataset(ConsumerRecord<String, String> told) {
    runtime.events().handle(told, knowledge::hear);
  }

  /** An event of the profiler. */
  @Incoming("generator-profile-events")
  @Blocking
  public void profile(ConsumerRecord<String, String> told) {
    runtime.events().handle(told, knowledge::hear);
  }
}
