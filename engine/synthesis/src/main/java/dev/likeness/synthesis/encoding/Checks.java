package dev.likeness.synthesis.encoding;

import dev.likeness.synthesis.CorruptModelException;

/** What must hold for arrays that come out of a file. */
final class Checks {

  private Checks() {}

  /** From 0 to 1, never falling. */
  static void cumulative(double[] values) {
    boolean holds = values.length >= 2 && values[0] == 0 && values[values.length - 1] == 1;
    for (int i = 1; holds && i < values.length; i++) {
      holds = values[i] >= values[i - 1];
    }
    if (!holds) {
      throw new CorruptModelException("a cumulative distribution does not rise from 0 to 1");
    }
  }

  /** All finite. */
  static void finite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new CorruptModelException("a tensor holds a number that is not finite");
      }
    }
  }

  /** A probability. */
  static double share(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new CorruptModelException("a share lies outside [0, 1]");
    }
    return value;
  }
}
