package dev.likeness.synthesis.relation;

import dev.likeness.numerics.CounterRandom;

/**
 * Chance for rows that are restored, addressed by their number.
 *
 * @param from number of the first row
 * @param random stream of the step
 */
record Draws(long from, CounterRandom random) {

  /** The place in a cumulative distribution where the uniform number of a row falls. */
  int pick(double[] cumulative, int row) {
    double u = random.uniform(from + row, 0) * cumulative[cumulative.length - 1];
    int at = 0;
    while (at < cumulative.length - 1 && cumulative[at] <= u) {
      at++;
    }
    return at;
  }

  /** The chances of the stream of one step. */
  Draws of(int step) {
    return new Draws(from, random.derive(step));
  }
}
