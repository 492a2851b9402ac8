package dev.likeness.evaluation;

import java.util.OptionalDouble;

/**
 * A mean in the making, over the values that are there.
 *
 * @param sum of the values
 * @param count of the values
 */
record Mean(double sum, long count) {

  static final Mean NONE = new Mean(0, 0);

  Mean with(OptionalDouble value) {
    return value.isEmpty() ? this : new Mean(sum + value.getAsDouble(), count + 1);
  }

  Mean and(Mean other) {
    return new Mean(sum + other.sum, count + other.count);
  }

  OptionalDouble value() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** The mean of those of two numbers that are there. */
  static OptionalDouble of(OptionalDouble a, OptionalDouble b) {
    return NONE.with(a).with(b).value();
  }
}
