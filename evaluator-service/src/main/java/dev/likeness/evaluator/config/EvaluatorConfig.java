package dev.likeness.evaluator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the evaluator, {@code likeness.evaluator.*}. */
@ConfigMapping(prefix = "likeness.evaluator")
public interface EvaluatorConfig {

  /** Name of the service: of its schema, its datasource and its share of the platform. */
  String SERVICE = "evaluator";

  /**
   * Most rows of each of the three tables (training, control, synthetic) that are compared; of
   * larger ones, as many are drawn at random, by the seed of the job's split.
   */
  @WithDefault("200000")
  int maxRows();

  /** How long an evaluation waits for the events of its dataset before it fails. */
  @WithDefault("PT10M")
  Duration datasetDeadline();

  /** How long a look-up waits for an event that is on its way before it answers 404. */
  @WithDefault("PT2S")
  Duration eventWait();

  /** Threads of one evaluation; 0: as many as the machine has. Changes no result. */
  @WithDefault("0")
  int threads();
}
