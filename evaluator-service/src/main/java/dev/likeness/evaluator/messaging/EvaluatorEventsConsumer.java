package dev.likeness.evaluator.messaging;

import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.evaluator.service.JobKnowledge;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what happens to datasets, to their columns and to jobs. */
@ApplicationScoped
public class EvaluatorEventsConsumer {

  private final ServiceRuntime runtime;
  private final JobKnowledge knowledge;

  EvaluatorEventsConsumer(
      @Service(EvaluatorConfig.SERVICE) ServiceRuntime runtime, JobKnowledge knowledge) {
    this.runtime = runtime;
    this.knowledge = knowledge;
  }

  /** An event of ingest. */
  @Incoming("evaluator-dataset-events")
  @Blocking
  public void dataset(ConsumerRecord<String, String> told) {
    runtime.events().handle(told, knowledge::hear);
  }

  /** An event of the profiler. */
  @Incoming("evaluator-profile-events")
  @Blocking
  public void profile(ConsumerRecord<String, String> told) {
    runtime.events().handle(told, knowledge::hear);
  }

  /** An event of the generator. */
  @Incoming("evaluator-generation-events")
  @Blocking
  public void generation(ConsumerRecord<String, String> told) {
    runtime.events().handle(told, knowledge::hear);
  }
}
