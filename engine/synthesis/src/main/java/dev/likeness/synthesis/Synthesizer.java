package dev.likeness.synthesis;

import dev.likeness.table.TableSource;
import dev.likeness.table.options.Option;
import java.util.OptionalInt;

/**
 * A kind of model that learns a table and makes new rows.
 *
 * <p>Promises, checked by the contract suite over every registered model:
 *
 * <ol>
 *   <li>Same source, options and {@link FitContext#seed() seed}: same model bytes, for any number
 *       of threads.
 *   <li>Only {@linkplain dev.likeness.table.Field#isModelled() modelled} fields are looked at.
 *   <li>The fitted model holds no row and no value that fewer than k rows share.
 *   <li>Tables of one row, one column, constant and all-missing columns are fitted, not refused.
 *   <li>{@code fit} asks its cancellation at least every 100 ms and reports progress as {@code
 *       "fit"}.
 * </ol>
 *
 * <p>An implementation has a public constructor without arguments, is annotated with
 * {@code @AutoService(Synthesizer.class)} and keeps its options in a nested record that validates
 * itself and has a canonical default for each component ({@link Option}).
 *
 * <p><b>Thread-safe:</b> yes; a synthesizer has no state.
 *
 * @param <O> its options
 */
public interface Synthesizer<O extends Record> {

  /** The name that people type: lower case, words joined by hyphens. */
  String name();

  /** One sentence: what it is good for. */
  String summary();

  /** The record that holds its options; every component carries an {@link Option}. */
  Class<O> optionsType();

  /** Rows that one tree of a model learns from at most; empty for models without trees. */
  default OptionalInt mostRowsOfATree() {
    return OptionalInt.empty();
  }

  /**
   * Learns a table.
   *
   * @throws dev.likeness.numerics.CancelledException when the context asked to stop
   */
  FittedSynthesizer fit(TableSource source, O options, FitContext context);

  /**
   * Restores what {@link FittedSynthesizer#save} wrote; validates every size before it allocates.
   */
  FittedSynthesizer load(ModelFile file);
}
