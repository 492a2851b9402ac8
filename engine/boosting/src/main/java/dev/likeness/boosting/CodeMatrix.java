package dev.likeness.boosting;

import java.util.List;

/**
 * The codes of all features of all rows, binned once and shared by any number of fits.
 *
 * <p><b>Shapes:</b> (features, rows). <b>Cost:</b> two bytes for each cell: one column by column,
 * as prediction reads them, one in words of eight features, as learning does. <b>Thread-safe:</b>
 * immutable, as long as nobody writes into the arrays it was made of.
 */
public final class CodeMatrix {

  /** Features in one word. */
  static final int WORD = 8;

  private final List<Feature> features;
  private final byte[][] columns;
  private final int rows;
  private final long[][] words; // (features / 8, rows): feature 8 g + i in byte i of word g

  private CodeMatrix(List<Feature> features, byte[][] columns, int rows) {
    this.features = features;
    this.columns = columns;
    this.rows = rows;
    this.words = words(columns, rows);
  }

  /**
   * A matrix over arrays that it keeps.
   *
   * @param features at least one
   * @param columns codes of each feature, equally many
   */
  public static CodeMatrix of(List<Feature> features, byte[][] columns) {
    if (features.isEmpty() || features.size() != columns.length) {
      throw new IllegalArgumentException(
          "columns = " + columns.length + ", expected " + features.size() + " and at least 1");
    }
    int rows = columns[0].length;
    for (int i = 0; i < columns.length; i++) {
      check(i, features.get(i), columns[i], rows);
    }
    return new CodeMatrix(List.copyOf(features), columns.clone(), rows);
  }

  private static void check(int position, Feature feature, byte[] codes, int rows) {
    if (codes.length != rows) {
      throw new IllegalArgumentException(
          "rows of feature " + position + " = " + codes.length + ", expected " + rows);
    }
    int largest = 0;
    for (byte code : codes) {
      largest = Math.max(largest, Byte.toUnsignedInt(code));
    }
    if (largest >= feature.cardinality()) {
      throw new IllegalArgumentException(
          "a code of feature "
              + position
              + " = "
              + largest
              + ", expected < "
              + feature.cardinality());
    }
  }

  private static long[][] words(byte[][] columns, int rows) {
    long[][] words = new long[(columns.length + WORD - 1) / WORD][rows];
    for (int i = 0; i < columns.length; i++) {
      long[] word = words[i / WORD];
      byte[] column = columns[i];
      int shift = i % WORD * Byte.SIZE;
      for (int row = 0; row < rows; row++) {
        word[row] |= (column[row] & 0xFFL) << shift;
      }
    }
    return words;
  }

  /** What the codes mean. */
  public List<Feature> features() {
    return features;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** The code of a feature in a row. */
  public int code(int feature, int row) {
    return Byte.toUnsignedInt(columns[feature][row]);
  }

  /** Codes column by column, not to be written into. */
  byte[][] columns() {
    return columns;
  }

  /** Codes in words of eight features, not to be written into. */
  long[][] words() {
    return words;
  }
}
