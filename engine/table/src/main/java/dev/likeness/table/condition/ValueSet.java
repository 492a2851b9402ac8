package dev.likeness.table.condition;

import dev.likeness.table.Column;

/**
 * The values of one column that fulfil its conditions.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
public sealed interface ValueSet permits NumberSet, CategorySet {

  /** Whether a missing value is one of them. */
  boolean missing();

  /** Whether no value, and not missing either, is one of them, whatever the column holds. */
  boolean isEmpty();

  /**
   * The values that are in both sets.
   *
   * @throws IllegalArgumentException when the other set is of another type
   */
  ValueSet and(ValueSet other);

  /**
   * For each row of a column whether its value is one of them.
   *
   * @throws IllegalArgumentException when the column is of another type
   */
  boolean[] admits(Column column);
}
