package dev.likeness.privacy.treatment;

/**
 * A treatment prepared for one column.
 *
 * <p><b>Thread-safe:</b> implementations must be.
 */
@FunctionalInterface
public interface CellTreatment {

  /**
   * The treated cell.
   *
   * @param value of the cell, not missing
   * @param row that it stands in
   */
  String treat(String value, Row row);

  /**
   * What {@link #treat} was given.
   *
   * @throws dev.likeness.privacy.cipher.UndecipherableException when this key and column did not
   *     make it
   * @throws UnsupportedOperationException when the treatment cannot be undone
   */
  default String reveal(String treated) {
    throw new UnsupportedOperationException("this treatment cannot be undone");
  }
}
