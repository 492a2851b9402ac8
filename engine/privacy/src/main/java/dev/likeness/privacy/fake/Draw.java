package dev.likeness.privacy.fake;

import dev.likeness.numerics.CounterRandom;
import java.util.OptionalLong;

/**
 * The random numbers of one made-up value, and its serial number where values must differ.
 *
 * <p><b>Thread-safe:</b> no, numbers are used up.
 */
public final class Draw {

  private static final int ROUNDS = 4;

  private final CounterRandom random;
  private final CounterRandom order;
  private final long row;
  private final OptionalLong serial;
  private int next;

  private Draw(CounterRandom random, CounterRandom order, long row, OptionalLong serial) {
    this.random = random;
    this.order = order;
    this.row = row;
    this.serial = serial;
  }

  /** Numbers that follow from 64 bits. */
  static Draw of(long bits) {
    CounterRandom random = CounterRandom.of(bits);
    return new Draw(random, random, 0, OptionalLong.empty());
  }

  /**
   * Numbers of one thing among many that must differ.
   *
   * @param random of the kind of value
   * @param serial number of the thing, from 0
   */
  static Draw of(CounterRandom random, long serial) {
    return new Draw(random, random, serial, OptionalLong.of(serial));
  }

  /** A number in [0, bound). */
  int below(int bound) {
    return (int) random.below(bound, row, next++);
  }

  /** A number in [from, to]. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /**
   * A number in [0, domain); of things that must differ, another one for each of the first {@code
   * domain} of them.
   */
  long index(long domain) {
    return serial.isPresent()
        ? permuted(serial.getAsLong() % domain, domain)
        : random.below(domain, row, next++);
  }

  /** How often the domain was used up before this thing; 0 where nothing must differ. */
  long round(long domain) {
    return serial.orElse(0) / domain;
  }

  /** A Feistel network over the next even number of bits, walked until the result is in range. */
  private long permuted(long value, long domain) {
    int half = Math.max(1, (65 - Long.numberOfLeadingZeros(Math.max(1, domain - 1))) / 2);
    long mask = (1L << half) - 1;
    long x = value;
    do {
      long left = x >>> half;
      long right = x & mask;
      for (int round = 0; round < ROUNDS; round++) {
        long mixed = (left ^ order.bits(right, round)) & mask;
        left = right;
        right = mixed;
      }
      x = left << half | right;
    } while (Long.compareUnsigned(x, domain) >= 0);
    return x;
  }
}
