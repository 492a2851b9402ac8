package dev.likeness.table.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How often each pair of categories occurs: the cells of a two-way table that are not empty.
 *
 * <p><b>Shapes:</b> cell {@code i} holds {@code counts[i]} rows whose codes are {@code keys[i] /
 * width} and {@code keys[i] % width}; keys ascend. <b>Missing:</b> callers give it a code of its
 * own. <b>Cost:</b> one pass over the rows where the table has at most 65,536 cells or ten for each
 * row, else three; memory is bounded by the numbers of rows and codes, never by that of possible
 * cells. <b>Thread-safe:</b> yes.
 *
 * @param keys packed pairs of codes, ascending, without repetition
 * @param counts rows of each, above 0
 * @param width codes of the second column lie below it
 * @param total rows in all
 */
public record Contingency(long[] keys, int[] counts, int width, long total) {

  private static final int DENSE_CELLS = 1 << 16;
  private static final long DENSE_CELLS_A_ROW = 10;

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
    boolean dense =
        (long) height * width <= Math.max(DENSE_CELLS, DENSE_CELLS_A_ROW * x.length)
            && (long) height * width <= Integer.MAX_VALUE / 2;
    return dense ? dense(x, height, y, width) : sparse(x, height, y, width);
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

  private static Contingency sparse(int[] x, int height, int[] y, int width) {
    int[] rows = new int[x.length];
    Arrays.setAll(rows, row -> row);
    rows = sorted(sorted(rows, y, width), x, height);
    long[] keys = new long[rows.length];
    int[] counts = new int[rows.length];
    int filled = 0;
    for (int row : rows) {
      long key = (long) x[row] * width + y[row];
      if (filled == 0 || keys[filled - 1] != key) {
        keys[filled++] = key;
      }
      counts[filled - 1]++;
    }
    return new Contingency(
        Arrays.copyOf(keys, filled), Arrays.copyOf(counts, filled), width, rows.length);
  }

  /** Rows in the order of their codes, those of one code as they stood. */
  private static int[] sorted(int[] rows, int[] codes, int levels) {
    int[] places = new int[levels + 1];
    for (int code : codes) {
      places[code + 1]++;
    }
    for (int code = 1; code < levels; code++) {
      places[code] += places[code - 1];
    }
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[places[codes[row]]++] = row;
    }
    return sorted;
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
   * Cramér's V without bias correction, in [0, 1]; empty where a side has fewer than two
   * categories.
   *
   * <pre>  V = √(χ² / n / (min(rows, columns) − 1)),  χ² = Σ (nᵢⱼ − eᵢⱼ)² / eᵢⱼ,  eᵢⱼ = nᵢ· n·ⱼ / n
   * </pre>
   *
   * <p>An empty cell adds its expectation to χ², so that only filled cells are visited.
   *
   * <p>Reference: Cramér, H. (1946). Mathematical Methods of Statistics, chapter 21.
   */
  public OptionalDouble cramersV() {
    Sums sums = sums();
    int degrees = Math.min(sums.height(), sums.breadth()) - 1;
    return degrees < 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(phiSquare(sums) / degrees));
  }

  /**
   * Cramér's V with the bias correction of Bergsma, in [0, 1]: near 0 for independent columns
   * however many categories they have; empty where a side has fewer than two categories.
   *
   * <pre>  V = √(max(0, φ² − (r − 1)(c − 1)/(n − 1)) / (min(r', c') − 1)),
   *   φ² = χ²/n,  r' = r − (r − 1)²/(n − 1),  c' = c − (c − 1)²/(n − 1)</pre>
   *
   * <p>Reference: Bergsma, W. (2013). A bias-correction for Cramér's V and Tschuprow's T. Journal
   * of the Korean Statistical Society 42(3), 323–328.
   */
  public OptionalDouble correctedCramersV() {
    Sums sums = sums();
    double r = sums.height() - 1.0;
    double c = sums.breadth() - 1.0;
    if (r < 1 || c < 1) {
      return OptionalDouble.empty();
    }
    double freedom = total - 1.0;
    double square = Math.max(0, phiSquare(sums) - r * c / freedom);
    double degrees = Math.min(r - r * r / freedom, c - c * c / freedom);
    return OptionalDouble.of(degrees > 0 ? Math.min(1, Math.sqrt(square / degrees)) : 0);
  }

  /**
   * The mutual information of the two columns in nats, as counted, without correction; empty where
   * there is no row.
   *
   * <pre>  I = Σ nᵢⱼ/n · ln(n nᵢⱼ / (nᵢ· n·ⱼ))</pre>
   */
  public OptionalDouble mutualInformation() {
    if (total == 0) {
      return OptionalDouble.empty();
    }
    Sums sums = sums();
    double information = 0;
    for (int i = 0, row = 0; i < keys.length; i++) {
      row += begins(i) ? 1 : 0;
      double expected = sums.rows()[row] * sums.columns()[column(i)] / total;
      information += counts[i] * StrictMath.log(counts[i] / expected);
    }
    return OptionalDouble.of(Math.max(0, information / total));
  }

  /**
   * How much the {@linkplain #mutualInformation mutual information} of independent columns would be
   * above 0 by chance, estimated from the numbers of filled rows, columns and cells.
   *
   * <pre>  (cells − rows − columns + 1) / 2n</pre>
   *
   * <p>Reference: Miller, G. A. (1955). Note on the bias of information estimates.
   */
  double informationBias() {
    Sums sums = sums();
    double cells = keys.length - sums.height() - sums.breadth() + 1.0;
    return total == 0 ? 0 : cells / 2 / total;
  }

  /** χ²/n. */
  private double phiSquare(Sums sums) {
    double chiSquare = 0;
    double seen = 0;
    for (int i = 0, row = 0; i < keys.length; i++) {
      row += begins(i) ? 1 : 0;
      double expected = sums.rows()[row] * sums.columns()[column(i)] / total;
      chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
      seen += expected;
    }
    boolean full = keys.length == (long) sums.height() * sums.breadth();
    double unseen = full ? 0 : Math.max(0, total - seen);
    return (chiSquare + unseen) / total;
  }

  /** Whether a cell begins another row than the first one. */
  private boolean begins(int cell) {
    return cell > 0 && keys[cell] / width != keys[cell - 1] / width;
  }

  private int column(int cell) {
    return (int) (keys[cell] % width);
  }

  /** Rows of the table by code of the first column that occurs, and by code of the second. */
  private record Sums(double[] rows, double[] columns, int breadth) {
    int height() {
      return rows.length;
    }
  }

  private Sums sums() {
    double[] columns = new double[width];
    for (int i = 0; i < keys.length; i++) {
      columns[column(i)] += counts[i];
    }
    return new Sums(rowSums(), columns, filled(columns));
  }

  /** Rows of each code of the first column that occurs, in the order of the codes. */
  private double[] rowSums() {
    double[] sums = new double[keys.length];
    int rows = 0;
    for (int i = 0; i < keys.length; i++) {
      rows += i == 0 || keys[i] / width != keys[i - 1] / width ? 1 : 0;
      sums[rows - 1] += counts[i];
    }
    return Arrays.copyOf(sums, rows);
  }

  private static int filled(double[] sums) {
    int filled = 0;
    for (double sum : sums) {
      filled += sum > 0 ? 1 : 0;
    }
    return filled;
  }
}
