/**
 * Making new rows: the {@link dev.likeness.synthesis.Synthesizer} interface and its vocabulary.
 *
 * <p>A model is one class in {@code dev.likeness.synthesis.model}, found by {@link
 * java.util.ServiceLoader}. It is used in two steps, and the step not yet taken has no methods to
 * call: {@code fit} turns a {@link dev.likeness.table.TableSource} into an immutable {@link
 * dev.likeness.synthesis.FittedSynthesizer}, which samples rows by range, or is saved and loaded.
 */
@NullMarked
package dev.likeness.synthesis;

import org.jspecify.annotations.NullMarked;
