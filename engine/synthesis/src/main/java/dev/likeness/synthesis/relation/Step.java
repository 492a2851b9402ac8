package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.Relation;
import java.util.Map;

/**
 * One relation that is taken out of a table and put back.
 *
 * <ol>
 *   <li>{@link #reduce} and {@link #restore} use and change only columns that the relation names,
 *       and columns that {@code reduce} added.
 *   <li>After {@code restore} the relation holds in every row, whatever the columns that it
 *       restores from hold, unless the step is not {@linkplain #isExact exact}.
 * </ol>
 *
 * <p><b>Thread-safe:</b> immutable.
 */
sealed interface Step
    permits CombinationStep, ComputedStep, CopyStep, FlagsStep, GapStep, LookupStep, RaiseStep {

  /** What is kept. */
  Relation relation();

  /** Whether the relation holds in every row, {@code *} included. */
  default boolean isExact() {
    return true;
  }

  /** Whether the model makes all columns, and rows are put right only. */
  default boolean isCorrection() {
    return false;
  }

  /** Takes columns out, and puts in what stands for them. */
  void reduce(Frame frame);

  /** Undoes it in rows that a model made. */
  void restore(Frame frame, Draws draws);

  /**
   * Adds to the log likelihood of each row what {@link #restore} decides by itself: nothing where
   * it can only come out like this, minus infinity where it never does.
   *
   * @param frame before {@link #reduce}
   */
  void weigh(Frame frame, double[] logs);

  /** Moves what is wanted of columns that are taken out to those that stand for them. */
  void restrict(Map<String, ValueSet> sets);

  /** Writes what was learnt besides the relation. */
  void save(ObjectNode header, Map<String, Object> tensors, String prefix);
}
