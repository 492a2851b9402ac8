package dev.likeness.synthesis;

import dev.likeness.numerics.RunContext;
import java.util.List;
import java.util.Set;

/**
 * What a fit gets besides data and options.
 *
 * @param seed of everything random in the fit
 * @param run how it is run; changes no result
 * @param conditioned positions in the source's schema, from 0, of the columns that conditions will
 *     be put on. A model may learn them first; it must take conditions on any other column as well
 * @param places of the modelled columns in the table that the source was made of: a column is
 *     protected by its place, whatever was taken out before it. Empty where nothing was
 */
public record FitContext(
    long seed, RunContext run, Set<Integer> conditioned, List<Integer> places) {

  /** Copies set and list. */
  public FitContext {
    conditioned = Set.copyOf(conditioned);
    places = List.copyOf(places);
  }

  /** Nothing was taken out of the source. */
  public FitContext(long seed, RunContext run, Set<Integer> conditioned) {
    this(seed, run, conditioned, List.of());
  }

  /** No column will have a condition. */
  public FitContext(long seed, RunContext run) {
    this(seed, run, Set.of());
  }

  /** The same fit, run another way. */
  public FitContext with(RunContext other) {
    return new FitContext(seed, other, conditioned, places);
  }

  /** The place of a modelled column, told by its number among them. */
  public int place(int modelled) {
    return places.isEmpty() ? modelled : places.get(modelled);
  }
}
