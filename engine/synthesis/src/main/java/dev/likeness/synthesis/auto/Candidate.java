package dev.likeness.synthesis.auto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.Table;

/**
 * A model with options that fit.
 *
 * @param name of the model
 * @param learner learns a table
 */
record Candidate(String name, Learner learner) {

  /** Learns a table. */
  @FunctionalInterface
  interface Learner {
    FittedSynthesizer fit(Table training, FitContext context);
  }

  static Candidate of(Synthesizer<?> model, JsonNode options) {
    return new Candidate(model.name(), learner(model, options));
  }

  private static <O extends Record> Learner learner(Synthesizer<O> model, JsonNode options) {
    O bound = Synthesizers.bind(model, options);
    return (training, context) -> model.fit(training, bound, context);
  }
}
