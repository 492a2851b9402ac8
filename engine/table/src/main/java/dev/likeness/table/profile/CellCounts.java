package dev.likeness.table.profile;

/**
 * How many different texts there are in very many, from a sketch of their hashes of 64 bits.
 *
 * <p>Only texts whose hash is small are kept, always the same ones in whatever order they come: the
 * smallest k of all hashes say how many there are, with an error of about 1/√k.
 *
 * <p>Reference: Bar-Yossef, Z., Jayram, T. S., Kumar, R., Sivakumar, D., Trevisan, L. (2002).
 * Counting distinct elements in a data stream. RANDOM 2002.
 */
final class CellCounts {

  private static final int FIRST_SLOTS = 1 << 12;
  private static final long PRIME = 0x100000001B3L;
  private static final long BASIS = 0xCBF29CE484222325L;

  private final int most;
  private long[] hashes = new long[FIRST_SLOTS];
  private int[] counts = new int[FIRST_SLOTS];
  private int size;
  private int halvings;

  /** Keeps at most so many texts. */
  CellCounts(int most) {
    this.most = most;
  }

  /** The hash of a part of a text: FNV-1a over its characters, well mixed, never 0. */
  static long hash(String text, int from, int to) {
    long h = BASIS;
    for (int i = from; i < to; i++) {
      h = (h ^ text.charAt(i)) * PRIME;
    }
    h = (h ^ h >>> 32) * 0x9E3779B97F4A7C15L;
    h ^= h >>> 29;
    return h == 0 ? 1 : h;
  }

  /** Counts a text. */
  void add(long hash) {
    add(hash, 1);
  }

  private void add(long hash, int times) {
    if (dropped(hash)) {
      return;
    }
    int slot = slot(hash);
    counts[slot] += times;
    if (hashes[slot] == 0) {
      hashes[slot] = hash;
      if (++size > hashes.length / 2) {
        grow();
      }
    }
  }

  /** Takes what another part has counted; the same as if one had seen all texts. */
  void merge(CellCounts other) {
    if (most != other.most) {
      throw new IllegalArgumentException("most = " + other.most + ", expected " + most);
    }
    while (halvings < other.halvings) {
      rehash(true);
    }
    for (int i = 0; i < other.hashes.length; i++) {
      if (other.hashes[i] != 0) {
        add(other.hashes[i], other.counts[i]);
      }
    }
  }

  private boolean dropped(long hash) {
    return halvings > 0 && hash >>> 64 - halvings != 0;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    rehash(size >= most);
  }

  /** Makes room, or drops half of the texts. */
  private void rehash(boolean thin) {
    halvings += thin ? 1 : 0;
    long[] oldHashes = hashes;
    int[] oldCounts = counts;
    hashes = new long[thin ? oldHashes.length : 2 * oldHashes.length];
    counts = new int[hashes.length];
    size = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0 && !dropped(oldHashes[i])) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        counts[slot] = oldCounts[i];
        size++;
      }
    }
  }

  boolean isEstimate() {
    return halvings > 0;
  }

  /** Different texts; an estimate where not all are kept. */
  long distinct() {
    return (long) size << halvings;
  }

  /** Texts that occur once. */
  long singles() {
    long singles = 0;
    for (int count : counts) {
      singles += count == 1 ? 1 : 0;
    }
    return singles << halvings;
  }
}
