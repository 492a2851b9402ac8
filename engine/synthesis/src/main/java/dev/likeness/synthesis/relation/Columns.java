package dev.likeness.synthesis.relation;

import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;

/** Columns put together. */
final class Columns {

  private Columns() {}

  /** Values of the first column in chosen rows, else of the second. */
  static Column chosen(boolean[] chosen, Column first, Column second) {
    if (first instanceof NumericColumn a && second instanceof NumericColumn b) {
      double[] values = b.values().clone();
      for (int row = 0; row < values.length; row++) {
        values[row] = chosen[row] ? a.values()[row] : values[row];
      }
      return new NumericColumn(values);
    }
    if (first instanceof TemporalColumn a && second instanceof TemporalColumn b) {
      long[] values = b.values().clone();
      for (int row = 0; row < values.length; row++) {
        values[row] = chosen[row] ? a.values()[row] : values[row];
      }
      return new TemporalColumn(values);
    }
    throw new IllegalArgumentException(
        "column = " + second.type() + ", expected " + first.type() + " numbers or moments");
  }
}
