package dev.likeness.contracts;

/** Names of the Kafka topics. The key of a record is its event's aggregate id. */
public final class Topics {

  /** What happens to datasets; told by ingest. */
  public static final String DATASET_EVENTS = "dataset.events";

  /** What becomes known of columns; told by the profiler. */
  public static final String PROFILE_EVENTS = "profile.events";

  /** What becomes of jobs; told by the generator. */
  public static final String GENERATION_EVENTS = "generation.events";

  /** What becomes of evaluations; told by the evaluator. */
  public static final String EVALUATION_EVENTS = "evaluation.events";

  private Topics() {}

  /** Where records of a topic go that nobody can read. */
  public static String deadLetters(String topic) {
    return topic + ".dlq";
  }
}
