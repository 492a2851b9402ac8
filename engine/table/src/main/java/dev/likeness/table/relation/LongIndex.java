package dev.likeness.table.relation;

/**
 * Numbers keys from 0 in the order in which they first come, without an object for each.
 *
 * <p>Open addressing with linear probing, at most half full. <b>Thread-safe:</b> no.
 */
final class LongIndex {

  private static final int FIRST_SLOTS = 1 << 6;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[FIRST_SLOTS];
  private int[] numbers = new int[FIRST_SLOTS];
  private int size;

  /** The number of a key, which is a new one where it comes for the first time. */
  int of(long key) {
    int slot = slot(key);
    if (numbers[slot] == 0) {
      if (2 * size >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      numbers[slot] = ++size;
    }
    return numbers[slot] - 1;
  }

  int size() {
    return size;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = (key ^ key >>> 32) * MIX;
    int slot = (int) (mixed >>> 32) & mask;
    while (numbers[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
