package dev.likeness.synthesis;

import dev.likeness.numerics.RunContext;
import java.util.Set;

/**
 * What a fit gets besides data and options.
 *
 * @param seed of everything random in the fit
 * @param run how it is run; changes no result
 * @param conditioned positions in the source's schema, from 0, of the columns that conditions will
 *     be put on. A model may learn them first; it must take conditions on any other column as well
 */
public record FitContext(long seed, RunContext run, Set<Integer> conditioned) {

  /** Copies the set. */
  public FitContext {
    conditioned = Set.copyOf(conditioned);
  }

  /** No column will have a condition. */
  public FitContext(long seed, RunContext run) {
    this(seed, run, Set.of());
  }
}
