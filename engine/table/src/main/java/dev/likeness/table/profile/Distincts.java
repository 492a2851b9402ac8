package dev.likeness.table.profile;

import java.util.Arrays;

/**
 * Different numbers with how often each occurs, sorted on demand.
 *
 * <p>Beyond a few million different numbers only those whose hash is small are kept, always the
 * same ones in whatever order they come; statistics are then estimates.
 */
final class Distincts {

  private static final int MOST = 1 << 22;

  private double[] values = new double[256];
  private long[] counts = new long[256];
  private int size;
  private long threshold = Long.MAX_VALUE;
  private boolean sorted;

  void add(double value, long count) {
    if (hash(value) > threshold) {
      return;
    }
    if (size == values.length) {
      if (size == MOST) {
        thin();
        add(value, count);
        return;
      }
      values = Arrays.copyOf(values, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    values[size] = value;
    counts[size++] = count;
    sorted = false;
  }

  private void thin() {
    threshold >>>= 1;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (hash(values[i]) <= threshold) {
        values[kept] = values[i];
        counts[kept++] = counts[i];
      }
    }
    size = kept;
  }

  private static long hash(double value) {
    long z = Double.doubleToLongBits(value + 0.0) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 32)) * 0xBF58476D1CE4E5B9L;
    return (z ^ (z >>> 29)) >>> 1;
  }

  /** Sorts by value and joins equal ones. */
  Distincts sort() {
    if (!sorted) {
      heapSort();
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (kept > 0 && values[kept - 1] == values[i]) {
          counts[kept - 1] += counts[i];
        } else {
          values[kept] = values[i];
          counts[kept++] = counts[i];
        }
      }
      size = kept;
      sorted = true;
    }
    return this;
  }

  private void heapSort() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      sift(i, size);
    }
    for (int end = size - 1; end > 0; end--) {
      swap(0, end);
      sift(0, end);
    }
  }

  private void sift(int root, int end) {
    int child;
    while ((child = 2 * root + 1) < end) {
      if (child + 1 < end && values[child + 1] > values[child]) {
        child++;
      }
      if (values[root] >= values[child]) {
        return;
      }
      swap(root, child);
      root = child;
    }
  }

  private void swap(int a, int b) {
    double value = values[a];
    values[a] = values[b];
    values[b] = value;
    long count = counts[a];
    counts[a] = counts[b];
    counts[b] = count;
  }

  int size() {
    return size;
  }

  double value(int i) {
    return values[i];
  }

  long count(int i) {
    return counts[i];
  }

  boolean thinned() {
    return threshold != Long.MAX_VALUE;
  }
}
