package dev.likeness.table;

import java.util.Arrays;

/**
 * Rows that can be read again and again, by range: what models are fitted on.
 *
 * <ol>
 *   <li>Reading the same range twice gives the same rows.
 *   <li>Batches of one source share their schema; the dictionary of a categorical column is the
 *       same in every batch.
 *   <li>Reading may fail with {@link java.io.UncheckedIOException}.
 * </ol>
 *
 * <p><b>Thread-safe:</b> yes.
 */
public interface TableSource {

  /** What the columns are. */
  Schema schema();

  /** Number of rows. */
  long rowCount();

  /**
   * Rows {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException when the range does not lie within the rows
   */
  Table read(long from, long to);

  /**
   * The same rows with some of their columns only, in the given order. It reads through this source
   * and is of no use any more once this source is closed.
   *
   * @param positions of the columns, from 0, at least one
   */
  default TableSource only(int... positions) {
    return new SomeColumns(this, Arrays.stream(positions).boxed().toList());
  }

  /** All rows in memory. */
  default Table toTable() {
    return read(0, rowCount());
  }
}
