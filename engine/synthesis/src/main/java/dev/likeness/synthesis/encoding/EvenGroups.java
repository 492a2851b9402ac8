package dev.likeness.synthesis.encoding;

import java.util.Arrays;

/**
 * Neighbouring values in as few groups as tell how they are spread.
 *
 * <p>Groups have 80 values to begin with, more where they would be more than 999. One within which
 * values are not spread evenly, as told by a test of Kolmogorov and Smirnov at 1%, is halved, down
 * to 5 values. So a smooth stretch is told by few groups, which say little about who is in it, and
 * a spike by as many as it needs.
 */
final class EvenGroups {

  static final int MOST_GROUPS = 999;

  private static final int LARGEST = 80;
  private static final int SMALLEST = 5;

  /** Upper 1% point of √n times the greatest distance (Smirnov 1948, table of L(z)). */
  private static final double CRITICAL = 1.628;

  private final double[] sorted;
  private final double half;
  private int[] starts = new int[16];
  private int groups;

  private EvenGroups(double[] sorted, double half) {
    this.sorted = sorted;
    this.half = half;
  }

  /**
   * Where each group begins, and the number of values at the end.
   *
   * @param sorted at least 5 values, rising
   * @param half what a value may have been rounded by: values lie anywhere up to it, on either side
   */
  static int[] starts(double[] sorted, double half) {
    EvenGroups parted = new EvenGroups(sorted, half);
    int n = sorted.length;
    int first = Math.clamp(n / LARGEST, 1, MOST_GROUPS);
    for (int g = 0; g < first; g++) {
      parted.part((int) ((long) g * n / first), (int) ((long) (g + 1) * n / first));
    }
    parted.add(n);
    return Arrays.copyOf(parted.starts, parted.groups);
  }

  private void part(int from, int to) {
    if (mayBeHalved(to - from) && !isEven(from, to)) {
      int middle = (from + to) >>> 1;
      part(from, middle);
      part(middle, to);
    } else {
      add(from);
    }
  }

  private void add(int start) {
    if (groups == starts.length) {
      starts = Arrays.copyOf(starts, 2 * groups);
    }
    starts[groups++] = start;
  }

  private boolean mayBeHalved(int size) {
    return size >= 2 * SMALLEST && (long) size * MOST_GROUPS >= 2L * sorted.length;
  }

  /** May values at the places [from, to) have been drawn evenly from where they lie? */
  private boolean isEven(int from, int to) {
    double low = sorted[from] - half;
    double width = sorted[to - 1] + half - low;
    if (width == 0) {
      return true;
    }
    double size = to - from;
    double distance = 0;
    for (int i = from; i < to; ) {
      int end = i + 1;
      while (end < to && sorted[end] == sorted[i]) {
        end++;
      }
      double before = Math.abs((sorted[i] - half - low) / width - (i - from) / size);
      double behind = Math.abs((sorted[i] + half - low) / width - (end - from) / size);
      distance = Math.max(distance, Math.max(before, behind));
      i = end;
    }
    return distance * Math.sqrt(size) <= CRITICAL;
  }
}
