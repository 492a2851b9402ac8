package dev.likeness.privacy.treatment;

import dev.likeness.numerics.CounterRandom;

/**
 * Something that can be done to the cells of a column.
 *
 * <p>Promises, checked by the contract suite over every registered treatment:
 *
 * <ol>
 *   <li>The same value, key, options and row: the same result, except where it says that it is
 *       randomised.
 *   <li>A cell becomes a cell: never missing, never an exception, whatever text it holds.
 *   <li>What is {@link Protection#REVERSIBLE} comes back by {@link CellTreatment#reveal}.
 *   <li>What is neither {@link Protection#CLEAR} nor {@link Protection#PARTIAL} never leaves a
 *       value with letters or digits as it was.
 * </ol>
 *
 * <p>An implementation has a public constructor without arguments, is annotated with
 * {@code @AutoService(Treatment.class)} and keeps its options in a nested record whose components
 * carry {@link dev.likeness.table.options.Option}.
 *
 * <p><b>Thread-safe:</b> yes; a treatment has no state.
 *
 * @param <O> its options
 */
public interface Treatment<O extends Record> {

  /** The name that people type: lower case, words joined by hyphens. */
  String name();

  /** One sentence: what becomes of the cells. */
  String summary();

  /** The record that holds its options. */
  Class<O> optionsType();

  /** How far a treated value is from the original. */
  Protection protection(O options);

  /** How it takes part in synthesis. */
  SynthesisRule synthesis(O options);

  /** Prepares it for a column. */
  CellTreatment prepare(O options, ColumnContext column);

  /**
   * What a new row holds under {@link SynthesisRule#FRESH}.
   *
   * @param made a made-up value of the column's type and format
   * @param random of the column
   * @param row number of the new row
   */
  default String fresh(O options, String made, CounterRandom random, long row) {
    return made;
  }
}
