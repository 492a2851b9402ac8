package dev.likeness.synthesis;

import dev.likeness.numerics.RunContext;

/**
 * What a fit gets besides data and options.
 *
 * @param seed of everything random in the fit
 * @param run how it is run; changes no result
 */
public record FitContext(long seed, RunContext run) {}
