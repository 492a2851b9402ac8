package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.Column;
import java.util.List;
import java.util.Map;

/**
 * The learnt part of a model: makes the modelled columns of any block of rows.
 *
 * <p><b>Thread-safe:</b> implementations must be immutable.
 */
interface RowGenerator {

  /**
   * The modelled columns of rows [from, from + rows), in schema order. A row depends on its number
   * and the stream only, not on the block that it is made in.
   */
  List<Column> generate(long from, int rows, CounterRandom random);

  /** Writes everything that was learnt. */
  void save(ObjectNode header, Map<String, Object> tensors);
}
