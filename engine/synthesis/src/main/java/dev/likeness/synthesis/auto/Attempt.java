package dev.likeness.synthesis.auto;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What became of one model; a list of them is the story of a job.
 *
 * @param model its name
 * @param outcome what became of it
 * @param sentence the same for people; holds no value of the table
 * @param seconds that it took
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Attempt(String model, Outcome outcome, String sentence, double seconds) {

  /** What becomes of a model. */
  public enum Outcome {
    /** It learnt the table, and its rows are those that come out. */
    @JsonProperty("chosen")
    CHOSEN,
    /** Another one told held-out rows better. */
    @JsonProperty("beaten")
    BEATEN,
    /** It threw, or did not fit into memory. */
    @JsonProperty("failed")
    FAILED,
    /** What it says of held-out rows is not a number. */
    @JsonProperty("not_a_number")
    NOT_A_NUMBER,
    /** A column that varies does not vary in its rows. */
    @JsonProperty("collapsed")
    COLLAPSED,
    /** It ended worse than columns on their own. */
    @JsonProperty("worse")
    WORSE
  }
}
