package dev.likeness.contracts;

import org.jspecify.annotations.Nullable;

/** Checks of what a record cannot do without; JSON may leave out anything. */
final class Require {

  private Require() {}

  /** Refuses a missing value. */
  static <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  /** Refuses a number below a bound. */
  static void atLeast(long value, long bound, String name) {
    if (value < bound) {
      throw new IllegalArgumentException(name + " = " + value + ", expected >= " + bound);
    }
  }

  /** The value, or what stands for it in an event that was written before the property existed. */
  static <T> T orElse(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }
}
