package dev.likeness.synthesis.relation;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.synthesis.encoding.TableEncoding;
import java.util.Set;

/**
 * What steps need to know while they learn.
 *
 * @param frame columns that are left, of training rows
 * @param conditioned names of columns that conditions will be put on
 * @param needed names of columns that other relations compute from
 * @param random of the fit's seed
 */
record Learning(Frame frame, Set<String> conditioned, Set<String> needed, CounterRandom random) {

  boolean isConditioned(String name) {
    return conditioned.contains(name);
  }

  /** How many rows have to share a value of a column before it is public. */
  int k(String name) {
    return TableEncoding.k(frame.get(name).place(), random);
  }
}
