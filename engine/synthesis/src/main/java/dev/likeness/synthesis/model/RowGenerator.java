package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Column;
import dev.likeness.table.condition.Restriction;
import java.util.List;
import java.util.Map;

/**
 * The learnt part of a model: makes the modelled columns of any block of rows.
 *
 * <p><b>Thread-safe:</b> implementations must be immutable.
 */
interface RowGenerator {

  /** Rows that are made in one go. */
  default int blockRows() {
    return 2048;
  }

  /**
   * The modelled columns of rows [from, from + rows), in schema order. A row depends on its number
   * and the stream only, not on the block that it is made in; the dictionary of a categorical
   * column is the same in every block.
   */
  List<Column> generate(long from, int rows, CounterRandom random);

  /**
   * The same model given that rows fulfil a restriction: what it makes then is distributed as those
   * of its rows that do, and every row fulfils it.
   *
   * <p>This default makes rows and throws away those that do not, up to a bound ({@link
   * Rejection}). A model that knows a way whose cost does not depend on how seldom the condition
   * holds overrides it. Called once for each restriction of a request, before rows are made by many
   * threads.
   *
   * @param restriction on modelled columns, by their position among them; not free
   * @throws dev.likeness.synthesis.UnmetConditionException when the model never makes such a row;
   *     also later by {@link #generate}, where that is found out only then
   */
  default RowGenerator given(Restriction restriction, RunContext run) {
    return new Rejection(this, restriction);
  }

  /** Writes everything that was learnt; not called on what {@link #given} returns. */
  void save(ObjectNode header, Map<String, Object> tensors);
}
