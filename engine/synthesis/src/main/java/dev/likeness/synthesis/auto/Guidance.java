package dev.likeness.synthesis.auto;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What somebody who asks for {@code auto} has to say and wants to hear.
 *
 * @param advice what was recommended to people; empty to have it worked out from the rows
 * @param told hears the story so far after every attempt, from the calling thread
 */
public record Guidance(Optional<Recommendation> advice, Consumer<List<Attempt>> told) {

  /** Nothing to say, and nobody listens. */
  public static Guidance none() {
    return new Guidance(Optional.empty(), story -> {});
  }

  /** The same with this advice where there was none. */
  public Guidance orElse(Supplier<Recommendation> advisor) {
    return advice.isPresent() ? this : new Guidance(Optional.of(advisor.get()), told);
  }
}
