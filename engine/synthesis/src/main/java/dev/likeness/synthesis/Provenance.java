package dev.likeness.synthesis;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a fitted model comes from.
 *
 * @param model {@link Synthesizer#name()}
 * @param version of Likeness that fitted it
 * @param seed of the fit
 * @param rows that it was fitted on
 * @param options as JSON, every component present
 */
public record Provenance(String model, String version, long seed, long rows, JsonNode options) {}
