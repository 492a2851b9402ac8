package dev.likeness.table;

/**
 * The values of one column: a primitive array in which a sentinel marks a missing value.
 *
 * <p>What the values mean and how they are written stands in the {@link Field}. Arrays are handed
 * out as they are, without a copy, because models run over them; nobody writes into a column once
 * it is built.
 *
 * <p><b>Thread-safe:</b> as long as nobody breaks that promise.
 */
public sealed interface Column
    permits NumericColumn, CategoricalColumn, TemporalColumn, TextColumn {

  /** Number of rows. */
  int size();

  /** Whether the value at a row, from 0, is missing. */
  boolean isMissing(int row);

  /** The column that has these rows of this one, in this order. */
  Column select(int[] rows);

  /** How the values are held. */
  StorageType type();

  /** Number of missing values; one pass. */
  default int missingCount() {
    int count = 0;
    for (int row = 0; row < size(); row++) {
      if (isMissing(row)) {
        count++;
      }
    }
    return count;
  }
}
