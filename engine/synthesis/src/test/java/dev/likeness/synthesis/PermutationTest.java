package dev.likeness.synthesis;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether two tables may come from one distribution, seen column by column.
 *
 * <p>The statistic of a column is the total variation between its shares in both tables, numbers in
 * {@value #BINS} groups of equal size. The statistics of all columns are standardised by what they
 * are when rows change tables at random, and the largest counts: so the test is corrected for the
 * number of columns by itself (Westfall and Young's max-T).
 */
final class PermutationTest {

  private static final int BINS = 20;

  private PermutationTest() {}

  /** The share of permutations that are at least as extreme as the tables, at least 1 / (n + 1). */
  static double p(Table a, Table b, int permutations, CounterRandom random) {
    int rows = a.rows() + b.rows();
    int[][] codes =
        IntStream.range(0, a.columns().size())
            .mapToObj(i -> codes(a.column(i), b.column(i)))
            .toArray(int[][]::new);
    double[][] statistics = new double[permutations + 1][];
    int[] order = IntStream.range(0, rows).toArray();
    statistics[0] = distances(codes, order, a.rows());
    for (int n = 1; n <= permutations; n++) {
      for (int i = rows - 1; i > 0; i--) {
        int j = (int) random.below(i + 1, n, i);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      statistics[n] = distances(codes, order, a.rows());
    }
    return rank(statistics);
  }

  private static double rank(double[][] statistics) {
    double[] largest = new double[statistics.length];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int column = 0; column < statistics[0].length; column++) {
      int c = column;
      double mean = Arrays.stream(statistics).mapToDouble(s -> s[c]).average().orElseThrow();
      double variance =
          Arrays.stream(statistics).mapToDouble(s -> (s[c] - mean) * (s[c] - mean)).sum()
              / statistics.length;
      for (int n = 0; n < statistics.length; n++) {
        double z = variance > 0 ? (statistics[n][c] - mean) / Math.sqrt(variance) : 0;
        largest[n] = Math.max(largest[n], z);
      }
    }
    return Arrays.stream(largest).filter(t -> t >= largest[0]).count() / (double) largest.length;
  }

  private static double[] distances(int[][] codes, int[] order, int first) {
    return Arrays.stream(codes)
        .mapToDouble(
            column -> {
              double[] shares = new double[Arrays.stream(column).max().orElse(0) + 1];
              for (int i = 0; i < order.length; i++) {
                shares[column[order[i]]] += i < first ? 1.0 / first : -1.0 / (order.length - first);
              }
              return Arrays.stream(shares).map(Math::abs).sum() / 2;
            })
        .toArray();
  }

  private static int[] codes(Column a, Column b) {
    if (a instanceof CategoricalColumn) {
      Map<String, Integer> codes = new HashMap<>();
      return IntStream.range(0, a.size() + b.size())
          .map(
              i ->
                  codes.computeIfAbsent(
                      i < a.size() ? name(a, i) : name(b, i - a.size()), name -> codes.size()))
          .toArray();
    }
    double[] values =
        IntStream.range(0, a.size() + b.size())
            .mapToDouble(i -> i < a.size() ? value(a, i) : value(b, i - a.size()))
            .toArray();
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return Arrays.stream(values)
        .mapToInt(v -> Double.isNaN(v) || sorted.length == 0 ? BINS : bin(sorted, v))
        .toArray();
  }

  private static int bin(double[] sorted, double value) {
    int bin = 0;
    while (bin + 1 < BINS && sorted[(bin + 1) * sorted.length / BINS] <= value) {
      bin++;
    }
    return bin;
  }

  private static String name(Column column, int row) {
    CategoricalColumn categories = (CategoricalColumn) column;
    return column.isMissing(row) ? "" : "=" + categories.dictionary().get(categories.codes()[row]);
  }

  private static double value(Column column, int row) {
    return switch (column) {
      case NumericColumn numbers -> numbers.values()[row];
      case TemporalColumn moments ->
          moments.isMissing(row) ? Double.NaN : (double) moments.values()[row];
      case TextColumn ignored -> 0;
      case CategoricalColumn ignored -> throw new IllegalArgumentException("categories");
    };
  }
}
