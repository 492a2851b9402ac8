package dev.likeness.synthesis;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.relation.Relation;
import java.util.List;

/**
 * A model that has learnt a table. Immutable.
 *
 * <ol>
 *   <li>Row number {@code i} of a request depends on the model, the request's seed and plan and
 *       {@code i} only: rows 5,000 to 5,999 alone are what a whole run has there.
 *   <li>Every row fulfils the restriction that the plan puts on it, and is distributed as those of
 *       the model's rows that do.
 *   <li>Rows have the schema of the source, in its column order; columns that are not modelled hold
 *       placeholders.
 * </ol>
 *
 * <p><b>Thread-safe:</b> yes.
 */
public interface FittedSynthesizer {

  /** The schema of the rows that it makes: that of the source. */
  Schema schema();

  /**
   * The columns that the model itself makes: what restrictions count and conditions speak of. What
   * comes out may have been treated afterwards.
   */
  default Schema modelled() {
    return schema();
  }

  /** What holds in every row, whatever the model has learnt. */
  default List<Relation> relations() {
    return List.of();
  }

  /** Where the model comes from. */
  Provenance provenance();

  /**
   * Makes rows and hands them to the sink in order, in batches, from the calling thread.
   *
   * @throws UnmetConditionException when the model makes no row that the plan wants
   * @throws dev.likeness.numerics.CancelledException when the context asked to stop
   */
  void sample(SampleRequest request, RowSink sink, RunContext context);

  /** The whole model, ready to be written. */
  ModelFile save();
}
