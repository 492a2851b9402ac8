package dev.likeness.table.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How often each pair of categories occurs: the cells of a two-way table that are not empty.
 *
 * <p><b>Shapes:</b> cell {@code i} holds {@code counts[i]} rows whose codes are {@code keys[i] /
 * width} and {@code keys[i] % width}; keys ascend. <b>Missing:</b> callers give it a code of its own.
 * <b>Cost:</b> one pass over the rows where the table has at most 65,536 cells, else a sort; memory
 * is bounded by the number of rows, never by that of possible cells. <b>Thread-safe:</b> yes.
 *
 * @param keys packed pairs of codes, ascending, without repetition
 * @param counts rows of each, above 0
 * @param width codes of the second column lie below it
 * @param total rows in all
 */
public record Contingency(long[] keys, int[] counts, int width, long total) {

  private static final int DENSE_CELLS = 1 << 16;

  /**
   * Counts the pairs of two columns.
   *
   * @param x codes from 0
   * @param height codes of x lie below it
   * @param y codes from 0, as many as in x
   * @param width codes of y lie below it
   */
  public static Contingency of(int[] x, int height, int[] y, int width) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("y.length = " + y.length + ", expected " + x.length);
    }
    return (long) height * width <= DENSE_CELLS
        ? dense(x, height, y, width)
        : sparse(x, y, width);
  }

  private static Contingency dense(int[] x, int height, int[] y, int width) {
    int[] cells = new int[height * width];
    for (int row = 0; row < x.length; row++) {
      cells[x[row] * width + y[row]]++;
    }
    int filled = 0;
    for (int cell : cells) {
      filled += cell > 0 ? 1 : 0;
    }
    long[] keys = new long[filled];
    int[] counts = new int[filled];
    int at = 0;
    for (int key = 0; key < cells.length; key++) {
      if (cells[key] > 0) {
        keys[at] = key;
        counts[at++] = cells[key];
      }
    }
    return new Contingency(keys, counts, width, x.length);
  }

  private static Contingency sparse(int[] x, int[] y, int width) {
    long[] rows = new long[x.length];
    for (int row = 0; row < x.length; row++) {
      rows[row] = (long) x[row] * width + y[row];
    }
    Arrays.sort(rows);
    long[] keys = new long[rows.length];
    int[] counts = new int[rows.length];
    int filled = 0;
    for (int row = 0; row < rows.length; row++) {
      if (row == 0 || rows[row] != rows[row - 1]) {
        keys[filled++] = rows[row];
      }
      counts[filled - 1]++;
    }
    return new Contingency(
        Arrays.copyOf(keys, filled), Arrays.copyOf(counts, filled), width, rows.length);
  }

  /**
   * The {@linkplain TotalVariation total variation} distance to another table with the same codes;
   * empty where one has no rows.
   */
  public OptionalDouble distance(Contingency other) {
    if (other.width != width) {
      throw new IllegalArgumentException("width = " + other.width + ", expected " + width);
    }
    if (total == 0 || other.total == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length || j < other.keys.length) {
      long mine = i < keys.length ? keys[i] : Long.MAX_VALUE;
      long theirs = j < other.keys.length ? other.keys[j] : Long.MAX_VALUE;
      double p = mine <= theirs ? (double) counts[i++] / total : 0;
      double q = theirs <= mine ? (double) other.counts[j++] / other.total : 0;
      sum += Math.abs(p - q);
    }
    return OptionalDouble.of(sum / 2);
  }

  /**
   * Cramér's V without bias correction, in [0, 1]; empty where a side has fewer than two categories.
   *
   * <pre>  V = √(χ² / n / (min(rows, columns) − 1)),  χ² = Σ (nᵢⱼ − eᵢⱼ)² / eᵢⱼ,  eᵢⱼ = nᵢ· n·ⱼ / n</pre>
   *
   * <p>An empty cell adds its expectation to χ², so that only filled cells are visited.
   *
   * <p>Reference: Cramér, H. (1946). Mathematical Methods of Statistics, chapter 21.
   */
  public OptionalDouble cramersV() {
    int[] rows = new int[keys.length];
    int[] columns = new int[keys.length];
    int height = ranks(rows, true);
    int breadth = ranks(columns, false);
    int degrees = Math.min(height, breadth) - 1;
    if (degrees < 1) {
      return OptionalDouble.empty();
    }
    double[] rowSums = sums(rows, height);
    double[] columnSums = sums(columns, breadth);
    double chiSquare = 0;
    double seen = 0;
    for (int i = 0; i < keys.length; i++) {
      double expected = rowSums[rows[i]] * columnSums[columns[i]] / total;
      chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
      seen += expected;
    }
    boolean full = keys.length == (long) height * breadth;
    double unseen = full ? 0 : Math.max(0, total - seen);
    return OptionalDouble.of(Math.sqrt((chiSquare + unseen) / total / degrees));
  }

  /** Writes for each cell the rank of its row's or column's code among those that occur. */
  private int ranks(int[] ranks, boolean ofRow) {
    long[] codes = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      codes[i] = ofRow ? keys[i] / width : keys[i] % width;
    }
    long[] distinct = Arrays.stream(codes).sorted().distinct().toArray();
    for (int i = 0; i < codes.length; i++) {
      ranks[i] = Arrays.binarySearch(distinct, codes[i]);
    }
    return distinct.length;
  }

  private double[] sums(int[] ranks, int size) {
    double[] sums = new double[size];
    for (int i = 0; i < ranks.length; i++) {
      sums[ranks[i]] += counts[i];
    }
    return sums;
  }
}
