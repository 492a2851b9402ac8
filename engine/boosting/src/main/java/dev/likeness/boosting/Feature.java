package dev.likeness.boosting;

/**
 * What the codes of a feature mean.
 *
 * @param kind whether codes are ordered
 * @param cardinality number of codes, in [1, 256]; codes are below it
 * @param missing whether the last code means "missing", which may go to either side of a split of
 *     an ordered feature
 */
public record Feature(Kind kind, int cardinality, boolean missing) {

  /** The largest number of codes. */
  public static final int MAX_CARDINALITY = 256;

  /** How splits part the codes. */
  public enum Kind {
    /** Up to a code, and beyond it. */
    ORDERED,
    /** Any set of codes, and the others. */
    CATEGORICAL
  }

  /** Validates the number of codes. */
  public Feature {
    if (cardinality < 1 || cardinality > MAX_CARDINALITY) {
      throw new IllegalArgumentException(
          "cardinality = " + cardinality + ", expected in [1, " + MAX_CARDINALITY + "]");
    }
    if (missing && kind == Kind.CATEGORICAL) {
      throw new IllegalArgumentException(
          "missing = true, expected false: a missing category is a category");
    }
  }

  /** Codes in their order. */
  public static Feature ordered(int cardinality) {
    return new Feature(Kind.ORDERED, cardinality, false);
  }

  /** Codes in their order; the last one means "missing". */
  public static Feature orderedWithMissing(int cardinality) {
    return new Feature(Kind.ORDERED, cardinality, true);
  }

  /** Codes without an order. */
  public static Feature categorical(int cardinality) {
    return new Feature(Kind.CATEGORICAL, cardinality, false);
  }
}
