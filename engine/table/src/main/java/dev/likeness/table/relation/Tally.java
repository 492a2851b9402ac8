package dev.likeness.table.relation;

import dev.likeness.table.Table;

/**
 * Checks a relation row by row over the batches of one table. Where the relation says that one
 * column follows from another, the most frequent value counts as right.
 *
 * <p><b>Thread-safe:</b> no.
 */
public interface Tally {

  /** Looks at the next rows; all batches come from one source. */
  void add(Table batch);

  /** What was found so far. */
  Support support();
}
