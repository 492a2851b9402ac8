package dev.likeness.table.condition;

import java.util.List;

/** A condition on one column, as somebody gave it: not yet understood against any schema. */
public sealed interface Condition {

  /** Name of the column. */
  String column();

  /**
   * A comparison with one value.
   *
   * @param column that is compared
   * @param operator how
   * @param value with what
   */
  record Comparison(String column, Operator operator, Literal value) implements Condition {}

  /**
   * One of some values.
   *
   * @param column that holds one of them
   * @param values at least one
   */
  record OneOf(String column, List<Literal> values) implements Condition {

    /** Copies the list. */
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /**
   * Whether there is a value.
   *
   * @param column that has one or has none
   * @param missing whether it has none
   */
  record Presence(String column, boolean missing) implements Condition {}
}
