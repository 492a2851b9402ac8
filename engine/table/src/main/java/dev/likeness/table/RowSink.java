package dev.likeness.table;

/** Takes the rows that a model makes, batch by batch, in row order, from one thread. */
@FunctionalInterface
public interface RowSink {

  /** Takes the next rows. The batch is not used again by the caller. */
  void accept(Table batch);
}
