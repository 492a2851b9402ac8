package dev.likeness.table;

import dev.likeness.numerics.CounterRandom;

/**
 * Which rows a model never sees, so that its table can be judged against them: a pure function of
 * the row's number.
 *
 * @param seed of the split
 * @param share expected share of control rows, in [0, 1)
 */
public record SplitSpec(long seed, double share) {

  private static final double USUAL_SHARE = 0.2;
  private static final int USEFUL_CONTROL_ROWS = 100;
  private static final double LARGEST_SHARE = 1.0 / 3;
  private static final int SMALLEST_SPLIT_TABLE = 10;

  /** Validates the share. */
  public SplitSpec {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("share = " + share + ", expected in [0, 1)");
    }
  }

  /** No control rows. */
  public static SplitSpec none() {
    return new SplitSpec(0, 0);
  }

  /**
   * The usual split: 20%, but at least 100 rows where that is no more than a third of the table;
   * tables of fewer than 10 rows are not split.
   */
  public static SplitSpec of(long seed, long rows) {
    if (rows < SMALLEST_SPLIT_TABLE) {
      return new SplitSpec(seed, 0);
    }
    double useful = Math.min((double) USEFUL_CONTROL_ROWS / rows, LARGEST_SHARE);
    return new SplitSpec(seed, Math.max(USUAL_SHARE, useful));
  }

  /** Whether the row, from 0, is held out as control. */
  public boolean isControl(long row) {
    return share > 0 && CounterRandom.of(seed).derive("split").uniform(row, 0) < share;
  }

  /** The numbers of the training rows among the first {@code rows}. */
  public int[] trainingRows(int rows) {
    return java.util.stream.IntStream.range(0, rows).filter(row -> !isControl(row)).toArray();
  }

  /** The numbers of the control rows among the first {@code rows}. */
  public int[] controlRows(int rows) {
    return java.util.stream.IntStream.range(0, rows).filter(this::isControl).toArray();
  }
}
