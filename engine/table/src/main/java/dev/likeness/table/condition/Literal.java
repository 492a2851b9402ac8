package dev.likeness.table.condition;

import java.math.BigDecimal;

/**
 * A value that somebody gave.
 *
 * @param text as it would stand in the column, or a plain number
 * @param number whether it is a number with a point and no grouping, whatever the column's format
 */
public record Literal(String text, boolean number) {

  /** A value as it would stand in the column. */
  public static Literal of(String text) {
    return new Literal(text, false);
  }

  /** A plain number. */
  public static Literal of(BigDecimal number) {
    return new Literal(number.toPlainString(), true);
  }
}
