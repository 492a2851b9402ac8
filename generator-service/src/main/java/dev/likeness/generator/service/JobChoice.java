package dev.likeness.generator.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.synthesis.auto.Attempt;
import dev.likeness.synthesis.auto.Recommendation;
import dev.likeness.table.TableJson;
import java.util.List;
import java.util.Optional;

/**
 * How a job that named no model came by one. A job keeps it as JSON; columns by position only, as
 * their names may be values.
 *
 * @param reason one sentence, before anything was learnt
 * @param estimatedSeconds that were expected on two cores
 * @param costliest position of the column that costs most
 * @param story what became of each model so far
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record JobChoice(
    String reason, double estimatedSeconds, Optional<Integer> costliest, List<Attempt> story) {

  /** Copies the list. */
  public JobChoice {
    story = List.copyOf(story);
  }

  /** What was recommended, and what came of it so far. */
  static JobChoice of(Recommendation advice, List<Attempt> story) {
    return new JobChoice(
        advice.reason(),
        Math.round(advice.seconds() * 10) / 10.0,
        advice.costliest().map(Recommendation.Costliest::position),
        story);
  }

  /** The model whose rows come out, once it is known. */
  public Optional<String> model() {
    return story.stream()
        .filter(attempt -> attempt.outcome() == Attempt.Outcome.CHOSEN)
        .map(Attempt::model)
        .findFirst();
  }

  /** As a job keeps it. */
  String write() {
    try {
      return TableJson.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a choice cannot be written as JSON", e);
    }
  }

  /** Reads what {@link #write} wrote. */
  static JobChoice read(String json) {
    try {
      return TableJson.mapper().readValue(json, JobChoice.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the choice of a job is not JSON", e);
    }
  }
}
