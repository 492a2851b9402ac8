package dev.likeness.synthesis.auto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Which model to use for a table, and why.
 *
 * @param reason one sentence; names no value and no column
 * @param tried whether the first two choices are tried on held-out rows before one of them learns
 *     the table
 * @param ladder at least one choice; the first is the one that is recommended, each later one
 *     stands in for those before it
 * @param passedOver choices that would have come but for the time that they take
 * @param costliest the column that costs the first choice most; none where nothing is learnt
 */
public record Recommendation(
    String reason,
    boolean tried,
    List<Choice> ladder,
    List<Choice> passedOver,
    Optional<Costliest> costliest) {

  /** A trial learns five times four fifths of the rows. */
  private static final int TRIAL = 4;

  /** Copies the lists. */
  public Recommendation {
    ladder = List.copyOf(ladder);
    passedOver = List.copyOf(passedOver);
    if (ladder.isEmpty()) {
      throw new IllegalArgumentException("ladder = [], expected at least one choice");
    }
  }

  /** Seconds of the whole job, estimated for two cores: with a trial of the first choices. */
  public double seconds() {
    double trial = 0;
    for (Choice choice :
        tried ? ladder.subList(0, Math.min(2, ladder.size())) : List.<Choice>of()) {
      trial += TRIAL * choice.seconds();
    }
    return first().seconds() + trial;
  }

  /** Those seconds as people say them. */
  public String time() {
    return Recommender.time(seconds());
  }

  /** What is recommended. */
  public Choice first() {
    return ladder.get(0);
  }

  /**
   * A model with its options.
   *
   * @param model {@link dev.likeness.synthesis.Synthesizer#name()}
   * @param options a JSON object; absent ones have their defaults
   * @param reason one sentence: why it is here
   * @param seconds that learning and making rows take, estimated for two cores
   */
  public record Choice(String model, ObjectNode options, String reason, double seconds) {}

  /**
   * A column and what it costs.
   *
   * @param position in the table, from 0
   * @param name of the column
   * @param share of the work of all columns
   */
  public record Costliest(int position, String name, double share) {}
}
