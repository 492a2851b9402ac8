package dev.likeness.table.relation;

import java.util.HashMap;
import java.util.Map;

/** How often each pair of keys occurs; memory grows with the number of different pairs. */
final class PairCounts {

  private final Map<Long, Integer> lefts = new HashMap<>();
  private final Map<Long, Integer> rights = new HashMap<>();
  private final Map<Long, long[]> counts = new HashMap<>();
  private long total;

  void add(long left, long right) {
    long a = id(lefts, left);
    long b = id(rights, right);
    counts.computeIfAbsent(a << 32 | b, k -> new long[1])[0]++;
    total++;
  }

  private static long id(Map<Long, Integer> ids, long key) {
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    ids.put(key, ids.size());
    return ids.size() - 1L;
  }

  long total() {
    return total;
  }

  int pairs() {
    return counts.size();
  }

  int lefts() {
    return lefts.size();
  }

  int rights() {
    return rights.size();
  }

  /** Rows in which the right key is not the most frequent one beside its left key. */
  long exceptions() {
    long[] most = new long[lefts.size()];
    counts.forEach(
        (pair, count) -> {
          int left = (int) (pair >>> 32);
          most[left] = Math.max(most[left], count[0]);
        });
    long right = 0;
    for (long rows : most) {
      right += rows;
    }
    return total - right;
  }
}
