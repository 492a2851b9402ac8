package dev.likeness.boosting;

/**
 * Some rows of a {@link CodeMatrix} and what is to be learnt about them.
 *
 * @param rows row numbers, of which [from, to) count
 * @param from first position in {@code rows}
 * @param to one past the last position in {@code rows}
 * @param targets one for each position from {@code from} on
 */
public record Sample(int[] rows, int from, int to, double[] targets) {

  /** Validates the range. */
  public Sample {
    if (from < 0 || to < from || to > rows.length || to - from > targets.length) {
      throw new IllegalArgumentException(
          "rows = [" + from + ", " + to + "), expected within " + rows.length + " and targets");
    }
  }

  /** All the given rows. */
  public static Sample of(int[] rows, double[] targets) {
    return new Sample(rows, 0, rows.length, targets);
  }

  /** No rows. */
  public static Sample none() {
    return new Sample(new int[0], 0, 0, new double[0]);
  }

  /** Number of rows. */
  public int size() {
    return to - from;
  }
}
