package dev.likeness.table.relation;

import dev.likeness.table.Table;

/** A tally of rows that can each be judged by themselves. */
final class RowTally implements Tally {

  /** What a row says. */
  enum Says {
    NOTHING,
    HOLDS,
    BREAKS
  }

  /** Judges the rows of one batch. */
  @FunctionalInterface
  interface Judge {
    Says judge(int row);
  }

  /** Looks at a batch before its rows are judged. */
  @FunctionalInterface
  interface Batches {
    Judge of(Table batch);
  }

  private final Batches batches;
  private long rows;
  private long exceptions;

  RowTally(Batches batches) {
    this.batches = batches;
  }

  static Says holds(boolean holds) {
    return holds ? Says.HOLDS : Says.BREAKS;
  }

  @Override
  public void add(Table batch) {
    Judge judge = batches.of(batch);
    for (int row = 0; row < batch.rows(); row++) {
      Says says = judge.judge(row);
      rows += says == Says.NOTHING ? 0 : 1;
      exceptions += says == Says.BREAKS ? 1 : 0;
    }
  }

  @Override
  public Support support() {
    return new Support(rows, exceptions);
  }
}
