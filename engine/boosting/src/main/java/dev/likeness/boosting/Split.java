package dev.likeness.boosting;

/**
 * The best split of a leaf that was found so far; reused, so that growing trees makes no garbage.
 */
final class Split {

  /** By how much it makes the loss smaller, times two; 0 where there is none. */
  double gain;

  int feature;

  /** The last code that goes left, for an ordered feature. */
  int threshold;

  boolean missingLeft;

  /** Packed sums of the rows that go left. */
  long leftSums;

  /** The codes that go left, one bit each. */
  final long[] left = new long[Feature.MAX_CARDINALITY / Long.SIZE];

  void clear() {
    gain = 0;
  }

  boolean exists() {
    return gain > 0;
  }

  void sendLeft(int code) {
    left[code >>> 6] |= 1L << code;
  }

  boolean goesLeft(int code) {
    return (left[code >>> 6] >>> code & 1) != 0;
  }

  /** Fills the set of an ordered feature's split. */
  void fillOrdered(Feature description) {
    java.util.Arrays.fill(left, 0);
    for (int code = 0; code <= threshold; code++) {
      sendLeft(code);
    }
    if (description.missing() && missingLeft) {
      sendLeft(description.cardinality() - 1);
    }
  }
}
