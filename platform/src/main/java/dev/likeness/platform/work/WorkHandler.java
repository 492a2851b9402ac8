package dev.likeness.platform.work;

import dev.likeness.platform.problem.Problem;

/**
 * Does one kind of long work. A CDI bean with the qualifier {@link dev.likeness.platform.Service}.
 *
 * <ol>
 *   <li>{@link #run} may be called more than once for an item, in this process or another, at worst
 *       at the same time as a caller that lost its lease and does not know it yet. Whatever it does
 *       outside of {@link WorkContext#update} and {@link WorkContext#complete} must bear that:
 *       objects are put under keys that carry {@link WorkContext#fence}.
 *   <li>Exactly one of {@link WorkContext#complete}, {@link #onFailed} and {@link #onCancelled}
 *       ends an item.
 *   <li>A {@link dev.likeness.platform.problem.ProblemException}, or an exception that a {@link
 *       dev.likeness.platform.problem.ProblemMapping} knows, fails the item for good; any other is
 *       tried again, and fails it for good after the configured number of attempts. Failures that
 *       pass by themselves (database away) are tried again without counting.
 *   <li>Everything happens on a platform thread of the worker pool.
 * </ol>
 */
public interface WorkHandler {

  /** The stage of the items that it takes. */
  String stage();

  /** Does the work and ends it by {@link WorkContext#complete}. */
  void run(WorkContext work) throws Exception;

  /**
   * Writes down that the item failed for good.
   *
   * <p>Called inside the transaction that ends the item.
   */
  default void onFailed(WorkContext work, Problem problem) {}

  /**
   * Writes down that the item was cancelled.
   *
   * <p>Called inside the transaction that ends the item, also for items that never ran.
   */
  default void onCancelled(WorkContext work) {}
}
