package dev.likeness.table;

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

  /** All rows in memory. */
  default Table toTable() {
    return read(0, rowCount());
  }
}
