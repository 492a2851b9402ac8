package dev.likeness.synthesis.model;

import dev.likeness.numerics.Elementary;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which earlier columns a column is told by: all of them in tables of up to {@value #ALL} columns;
 * in wider ones those that share most information with it.
 *
 * <p>Information is Σ p(a, b) ln (p(a, b) / (p(a) p(b))) of two columns' classes in at most eight
 * groups each, over at most 1,000 rows. <b>Cost:</b> columns² / 2 · 1,000 for wide tables, nothing
 * for others.
 */
final class BoostParents {

  static final int ALL = 64;

  private static final int FEWEST = 16;
  private static final int MOST_ROWS = 1000;
  private static final int GROUPS = 8;

  private BoostParents() {}

  /** The parents of each column, rising. */
  static List<int[]> of(List<int[]> classes, RunContext run) {
    int columns = classes.size();
    if (columns <= ALL) {
      return IntStream.range(0, columns).mapToObj(i -> IntStream.range(0, i).toArray()).toList();
    }
    int most = Math.max(FEWEST, ALL * ALL / columns);
    byte[][] groups =
        Parallel.map(columns, run, i -> groups(classes.get(i))).toArray(byte[][]::new);
    double[] logs = logs();
    return Parallel.map(columns, run, i -> best(groups, i, most, logs));
  }

  /** n ln n for every count that may come up. */
  private static double[] logs() {
    double[] logs = new double[MOST_ROWS + 1];
    for (int n = 2; n <= MOST_ROWS; n++) {
      logs[n] = n * Elementary.log(n);
    }
    return logs;
  }

  /** Classes of some rows, in groups of about equally many. */
  private static byte[] groups(int[] classes) {
    int rows = Math.min(MOST_ROWS, classes.length);
    int[] chosen = new int[rows];
    for (int i = 0; i < rows; i++) {
      chosen[i] = classes[(int) ((long) i * classes.length / rows)];
    }
    int number = IntStream.of(chosen).max().orElse(0) + 1;
    int[] below = new int[number + 1];
    for (int c : chosen) {
      below[c + 1]++;
    }
    for (int c = 0; c < number; c++) {
      below[c + 1] += below[c];
    }
    byte[] groups = new byte[rows];
    for (int i = 0; i < rows; i++) {
      int middle = (below[chosen[i]] + below[chosen[i] + 1]) / 2;
      groups[i] = (byte) Math.min(GROUPS - 1, GROUPS * middle / rows);
    }
    return groups;
  }

  private static int[] best(byte[][] groups, int column, int most, double[] logs) {
    if (column <= most) {
      return IntStream.range(0, column).toArray();
    }
    double[] shared = new double[column];
    for (int i = 0; i < column; i++) {
      shared[i] = information(groups[i], groups[column], logs);
    }
    return IntStream.range(0, column)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -shared[i]))
        .limit(most)
        .mapToInt(i -> i)
        .sorted()
        .toArray();
  }

  /** Information up to a factor and a term that only depends on the second column. */
  private static double information(byte[] a, byte[] b, double[] logs) {
    int[] pairs = new int[GROUPS * GROUPS];
    for (int i = 0; i < a.length; i++) {
      pairs[GROUPS * a[i] + b[i]]++;
    }
    double sum = 0;
    for (int group = 0; group < GROUPS; group++) {
      int all = 0;
      for (int other = 0; other < GROUPS; other++) {
        int count = pairs[GROUPS * group + other];
        sum += logs[count];
        all += count;
      }
      sum -= logs[all];
    }
    return sum;
  }
}
