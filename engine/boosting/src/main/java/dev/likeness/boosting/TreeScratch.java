package dev.likeness.boosting;

import java.util.Arrays;

/**
 * Memory for looking trees up, used again and again.
 *
 * <p><b>Thread-safe:</b> no; each thread has its own.
 */
public final class TreeScratch {

  private static final int CODES = Feature.MAX_CARDINALITY;
  private static final long ALL = -1;

  private long[] standing = {}; // leaves that no node has struck out yet, of each row
  private long[] tables = {}; // (slots, codes): leaves that a code leaves standing
  private int[] features = {};
  private int slots;

  /** Memory that grows as it is needed. */
  public TreeScratch() {}

  void reserve(int rows, int nodes) {
    if (standing.length < rows) {
      standing = new long[Math.max(rows, 2 * standing.length)];
    }
    if (features.length < nodes) {
      features = new int[nodes];
      tables = new long[nodes * CODES];
    }
  }

  /** Forgets the last tree. */
  void begin() {
    slots = 0;
  }

  /** The table of a feature. */
  int slot(int feature, int cardinality) {
    for (int slot = 0; slot < slots; slot++) {
      if (features[slot] == feature) {
        return slot;
      }
    }
    features[slots] = feature;
    Arrays.fill(tables, slots * CODES, slots * CODES + cardinality, ALL);
    return slots++;
  }

  /** Codes of [from, to) strike out leaves. */
  void strikeFrom(int slot, int from, int to, long left) {
    for (int code = slot * CODES + from; code < slot * CODES + to; code++) {
      tables[code] &= left;
    }
  }

  /** Codes outside a set strike out leaves. */
  void strikeSet(int slot, int cardinality, long[] sets, int set, long left) {
    for (int code = 0; code < cardinality; code++) {
      if ((sets[set + (code >>> 6)] >>> code & 1) == 0) {
        tables[slot * CODES + code] &= left;
      }
    }
  }

  /** Finds what is left standing for rows [from, to). */
  void strike(byte[][] codes, int[] rows, int from, int to) {
    int slot = 0;
    long[] left = standing;
    long[] table = tables;
    Arrays.fill(left, 0, to - from, ALL);
    for (; slot + 1 < slots; slot += 2) {
      byte[] first = codes[features[slot]];
      byte[] second = codes[features[slot + 1]];
      int a = slot * CODES;
      int b = a + CODES;
      for (int i = from; i < to; i++) {
        int row = rows[i];
        left[i - from] &= table[a + (first[row] & 0xFF)] & table[b + (second[row] & 0xFF)];
      }
    }
    if (slot < slots) {
      byte[] last = codes[features[slot]];
      int a = slot * CODES;
      for (int i = from; i < to; i++) {
        left[i - from] &= table[a + (last[rows[i]] & 0xFF)];
      }
    }
  }

  /** Adds the first leaf that stands. */
  void collect(float[] leaves, int first, double[] scores, int from, int to) {
    long[] left = standing;
    for (int i = from; i < to; i++) {
      scores[i] += leaves[first + Long.numberOfTrailingZeros(left[i - from])];
    }
  }
}
