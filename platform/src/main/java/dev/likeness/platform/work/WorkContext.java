package dev.likeness.platform.work;

import dev.likeness.numerics.RunContext;
import java.util.UUID;

/** A claimed work item, as its handler sees it. */
public interface WorkContext {

  /** The job that it is part of. */
  UUID jobId();

  /** For whom. */
  String tenant();

  /** What is to be done. */
  String stage();

  /** First row of its range. */
  long rowFrom();

  /** End of its range, exclusive. */
  long rowTo();

  /** How often it was claimed, from 1. */
  int attempt();

  /** Grows with every claim; in the key of an object it keeps writers of one item apart. */
  long fence();

  /**
   * How a computation is to run: its progress is written down, and it is cancelled when somebody
   * asks for that, when the lease was lost, or when the process ends.
   */
  RunContext run();

  /** Like {@link #run()}, on so many threads. */
  RunContext run(int threads);

  /**
   * Changes the service's rows while the work goes on, in one transaction that is refused when the
   * lease was lost.
   *
   * @throws FenceLostException when somebody else holds the item
   */
  void update(Runnable inTransaction);

  /**
   * Ends the item: the service's rows, its events and the end of the item are one transaction.
   *
   * @throws FenceLostException when somebody else holds the item; nothing was written
   */
  void complete(Runnable inTransaction);
}
