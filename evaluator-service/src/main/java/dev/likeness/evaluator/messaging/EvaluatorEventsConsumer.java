package dev.likeness.evaluator.messaging;

import dev.likeness.contracts.ErasureRequested;
import dev.likeness.contracts.Event;
import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.evaluator.service.JobKnowledge;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.erasure.Forgetting;
import dev.likeness.platform.store.ObjectStore;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what happens to datasets, to their columns and to jobs. */
@ApplicationScoped
public class EvaluatorEventsConsumer {

  private static final List<String> FORGET =
      List.of(
          "delete from work_items where job_id in"
              + " (select job_id from evaluations where dataset_id = ?)",
          "delete from evaluations where dataset_id = ?",
          "delete from known_profiles where dataset_id = ?",
          "delete from known_datasets where dataset_id = ?");

  private final ServiceRuntime runtime;
  private final JobKnowledge knowledge;
  private final Forgetting forgetting;

  EvaluatorEventsConsumer(
      @Service(EvaluatorConfig.SERVICE) ServiceRuntime runtime,
      JobKnowledge knowledge,
      ObjectStore store) {
    this.runtime = runtime;
    this.knowledge = knowledge;
    this.forgetting = Forgetting.of(runtime, store, object -> object.startsWith("report"), FORGET);
  }

  /** An event of ingest. */
  @Incoming("evaluator-dataset-events")
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
