package dev.likeness.privacy.treatment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.options.OptionBinding;

/**
 * A treatment and its options.
 *
 * @param treatment what is done
 * @param options how
 * @param <O> type of the options
 */
public record BoundTreatment<O extends Record>(Treatment<O> treatment, O options) {

  /** The name that people type. */
  public String name() {
    return treatment.name();
  }

  /** How far a treated value is from the original. */
  public Protection protection() {
    return treatment.protection(options);
  }

  /** How it takes part in synthesis. */
  public SynthesisRule synthesis() {
    return treatment.synthesis(options);
  }

  /** Prepares it for a column. */
  public CellTreatment prepare(ColumnContext column) {
    return treatment.prepare(options, column);
  }

  /** What a new row holds; see {@link Treatment#fresh}. */
  public String fresh(String made, CounterRandom random, long row) {
    return treatment.fresh(options, made, random, row);
  }

  /** All options as JSON, in their order. */
  public ObjectNode optionsJson() {
    return OptionBinding.toJson(options);
  }
}
