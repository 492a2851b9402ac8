package dev.likeness.table.relation;

import java.util.Arrays;

/** How often each pair of keys occurs; memory grows with the number of different pairs. */
final class PairCounts {

  private final LongIndex lefts = new LongIndex();
  private final LongIndex rights = new LongIndex();
  private final LongIndex pairs = new LongIndex();
  private int[] leftOf = new int[64];
  private long[] counts = new long[64];
  private long total;

  void add(long left, long right) {
    int a = lefts.of(left);
    int pair = pairs.of((long) a << 32 | rights.of(right));
    if (pair == counts.length) {
      leftOf = Arrays.copyOf(leftOf, 2 * pair);
      counts = Arrays.copyOf(counts, 2 * pair);
    }
    leftOf[pair] = a;
    counts[pair]++;
    total++;
  }

  long total() {
    return total;
  }

  int pairs() {
    return pairs.size();
  }

  /** Rows in which the right key is not the most frequent one beside its left key. */
  long exceptions() {
    long[] most = new long[lefts.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      most[leftOf[pair]] = Math.max(most[leftOf[pair]], counts[pair]);
    }
    return total - Arrays.stream(most).sum();
  }
}
