package dev.likeness.table.stats;

import java.util.Optional;

/**
 * Whole numbers without a sign that have the order of some doubles, as small as they are found
 * easily: what is above the least one, in units of the last decimal that any has; the bits of the
 * doubles where there are many decimals, no number or a negative zero.
 *
 * @param keys one for each value
 * @param bits all keys have no more
 * @param least what was taken off
 * @param units in one; 0 for the bits of doubles
 */
record OrderedKeys(long[] keys, int bits, long least, double units) {

  private static final int TRIED = 256;
  private static final double MOST_UNITS = 1e9;
  private static final double EXACT = 0x1p52;

  static OrderedKeys of(double[] values, int size) {
    if (size == 0) {
      return new OrderedKeys(new long[0], 0, 0, 1);
    }
    double units = units(values, Math.min(TRIED, size));
    return (units > 0 ? decimal(values, size, units) : Optional.<OrderedKeys>empty())
        .orElseGet(() -> ofBits(values, size));
  }

  /** The fewest units in which the first values are whole; 0 where there are none. */
  private static double units(double[] values, int size) {
    double units = 1;
    for (int i = 0; i < size && units > 0; i++) {
      while (units > 0 && !isWhole(values[i], Math.rint(values[i] * units), units)) {
        units = units < MOST_UNITS ? 10 * units : 0;
      }
    }
    return units;
  }

  /** Whether a number of units gives just the value back; never for what is no number, or −0. */
  private static boolean isWhole(double value, double number, double units) {
    return number / units == value && Math.abs(number) < EXACT && (value != 0 || 1 / value > 0);
  }

  private static Optional<OrderedKeys> decimal(double[] values, int size, double units) {
    long[] keys = new long[size];
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      double number = Math.rint(values[i] * units);
      if (!isWhole(values[i], number, units)) {
        return Optional.empty();
      }
      keys[i] = (long) number;
      least = Math.min(least, keys[i]);
      most = Math.max(most, keys[i]);
    }
    for (int i = 0; i < size; i++) {
      keys[i] -= least;
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    return Optional.of(new OrderedKeys(keys, bits, least, units));
  }

  private static OrderedKeys ofBits(double[] values, int size) {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      long bits = Double.doubleToLongBits(values[i]);
      keys[i] = bits ^ (bits >> 63 | Long.MIN_VALUE);
    }
    return new OrderedKeys(keys, Long.SIZE, 0, 0);
  }

  /** The double of a key. */
  double value(long key) {
    return units > 0
        ? (key + least) / units
        : Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
  }
}
