package dev.likeness.table.stats;

import java.util.Arrays;

/**
 * Equal-width bins between the extremes of a sample.
 *
 * <pre>  edgeᵢ = min + i · (max − min) / bins,  bin(x) = number of edges ≤ x</pre>
 *
 * <p>The arithmetic is that of {@code numpy.histogram_bin_edges} and {@code numpy.digitize}, down
 * to the order of operations, because a value that lies on an edge changes its bin with the last
 * bit: a constant sample gets a bin of width 1 around it, an empty one bins between 0 and 1.
 *
 * <p><b>Codes:</b> 0 below the first edge, 1 to {@code bins} inside, {@code bins + 1} from the last
 * edge on. <b>Missing:</b> {@code bins + 1} as well, as in numpy; callers who want missing values
 * apart ask before. <b>Thread-safe:</b> nobody writes into the edges.
 *
 * @param edges ascending, one more than there are bins
 */
public record Bins(double[] edges) {

  /** {@code bins} bins between the extremes of the values that are not missing. */
  public static Bins of(double[] values, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins = " + bins + ", expected >= 1");
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return between(0, 1, bins);
    }
    return low == high ? between(low - 0.5, high + 0.5, bins) : between(low, high, bins);
  }

  /** {@code bins} bins between two numbers. */
  public static Bins between(double low, double high, int bins) {
    double[] edges = new double[bins + 1];
    double width = high - low;
    double step = width / bins;
    for (int i = 0; i < bins; i++) {
      edges[i] = (step == 0 ? (double) i / bins * width : i * step) + low;
    }
    edges[bins] = high;
    return new Bins(edges);
  }

  /** Number of bins. */
  public int count() {
    return edges.length - 1;
  }

  /** The code of a value. */
  public int code(double value) {
    if (Double.isNaN(value)) {
      return edges.length;
    }
    int at = Arrays.binarySearch(edges, value + 0.0);
    if (at < 0) {
      return -at - 1;
    }
    while (at < edges.length && edges[at] == value) {
      at++;
    }
    return at;
  }

  /** The bin of a value, from 0, where what lies outside falls into the first or the last bin. */
  public int nearestBin(double value) {
    return Math.clamp(code(value) - 1, 0, count() - 1);
  }
}
