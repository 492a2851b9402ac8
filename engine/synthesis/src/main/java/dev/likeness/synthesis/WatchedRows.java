package dev.likeness.synthesis;

import dev.likeness.numerics.CounterRandom;
import java.util.stream.IntStream;

/**
 * Training rows that a model which stops early watches instead of learning from them: a pure
 * function of the fit's seed, so that whoever judges a fitted model afterwards finds the rows that
 * its trees have never seen. Control rows have no part in this.
 */
public final class WatchedRows {

  private static final int SMALL_TABLE = 5000;

  private WatchedRows() {}

  /** Share of the rows that are watched: more of few. */
  public static double share(int rows) {
    return rows < SMALL_TABLE ? 0.2 : 0.1;
  }

  /**
   * Which rows are watched.
   *
   * @param seed of the fit
   * @param rows that the fit was given
   */
  public static boolean[] of(long seed, int rows) {
    CounterRandom random = CounterRandom.of(seed).derive("boost").derive("held");
    double share = share(rows);
    boolean[] watched = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      watched[row] = random.uniform(row, 0) < share;
    }
    return watched;
  }

  /** The numbers of the watched rows, rising. */
  public static int[] numbers(long seed, int rows) {
    boolean[] watched = of(seed, rows);
    return IntStream.range(0, rows).filter(row -> watched[row]).toArray();
  }
}
