package dev.likeness.table.profile;

import dev.likeness.table.stats.ExactSum;
import dev.likeness.table.stats.MomentSums;
import dev.likeness.table.stats.RadixSort;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Numbers with how often each occurs, in whatever order they come: kept and sorted on demand, or
 * only summed up where there are too many.
 */
final class Distincts {

  private static final double[] NOTHING = {};

  private final boolean kept;
  private final MomentSums streamed;
  private double[] singles = new double[64];
  private int singleCount;
  private double[] repeated = new double[16];
  private long[] repeats = new long[16];
  private int repeatedCount;
  private double[] values = NOTHING;
  private long[] counts = {};
  private int size;
  private boolean sorted;

  private Distincts(boolean kept, double centre) {
    this.kept = kept;
    this.streamed = MomentSums.around(centre);
  }

  /** Keeps every number. */
  static Distincts kept() {
    return new Distincts(true, 0);
  }

  /** Sums numbers up around one of them. */
  static Distincts summed(double centre) {
    return new Distincts(false, centre);
  }

  void add(double value, long count) {
    if (!kept) {
      streamed.add(value, count);
    } else if (count == 1) {
      single(value);
    } else {
      repeated(value, count);
    }
  }

  /** Adds those of another, which are kept or summed up as these are. */
  void add(Distincts other) {
    if (!kept) {
      streamed.merge(other.streamed);
      return;
    }
    for (int i = 0; i < other.singleCount; i++) {
      single(other.singles[i]);
    }
    for (int i = 0; i < other.repeatedCount; i++) {
      repeated(other.repeated[i], other.repeats[i]);
    }
  }

  private void single(double value) {
    if (singleCount == singles.length) {
      singles = Arrays.copyOf(singles, 2 * singleCount);
    }
    singles[singleCount++] = value + 0.0;
    sorted = false;
  }

  private void repeated(double value, long count) {
    if (repeatedCount == repeated.length) {
      repeated = Arrays.copyOf(repeated, 2 * repeatedCount);
      repeats = Arrays.copyOf(repeats, 2 * repeatedCount);
    }
    repeated[repeatedCount] = value + 0.0;
    repeats[repeatedCount++] = count;
    sorted = false;
  }

  boolean isKept() {
    return kept;
  }

  /** Count, extremes and moments. */
  MomentSums sums() {
    if (!kept) {
      return streamed;
    }
    sort();
    ExactSum sum = new ExactSum();
    long n = 0;
    for (int i = 0; i < size; i++) {
      sum.add(values[i], counts[i]);
      n += counts[i];
    }
    double mean = sum.value() / n;
    MomentSums sums = MomentSums.around(Double.isFinite(mean) ? mean : 0);
    for (int i = 0; i < size; i++) {
      sums.add(values[i], counts[i]);
    }
    return sums;
  }

  /** Sorts by value and joins equal ones. */
  Distincts sort() {
    if (!sorted) {
      RadixSort.sort(singles, singleCount);
      int[] order = order();
      double[] joined = new double[singleCount + repeatedCount];
      long[] times = new long[joined.length];
      size = 0;
      for (int i = 0, j = 0; i < singleCount || j < order.length; ) {
        boolean one = j == order.length || i < singleCount && singles[i] <= repeated[order[j]];
        double value = one ? singles[i] : repeated[order[j]];
        if (size == 0 || joined[size - 1] != value) {
          joined[size++] = value;
        }
        times[size - 1] += one ? 1 : repeats[order[j]];
        i += one ? 1 : 0;
        j += one ? 0 : 1;
      }
      values = joined;
      counts = times;
      sorted = true;
    }
    return this;
  }

  private int[] order() {
    return IntStream.range(0, repeatedCount)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> repeated[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** How many are different; only of numbers that are kept. */
  long distinct() {
    return sort().size();
  }

  /** Positions of the most frequent numbers, the most frequent first. */
  int[] frequent(int most) {
    sort();
    Comparator<Integer> rarer =
        Comparator.<Integer>comparingLong(i -> counts[i]).thenComparing(Comparator.reverseOrder());
    PriorityQueue<Integer> top = new PriorityQueue<>(rarer);
    for (int i = 0; i < size; i++) {
      if (top.size() < most || counts[i] > counts[top.peek()]) {
        top.add(i);
        if (top.size() > most) {
          top.poll();
        }
      }
    }
    return top.stream().sorted(rarer.reversed()).mapToInt(Integer::intValue).toArray();
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
}
