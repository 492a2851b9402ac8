/**
 * How close a synthetic table comes to the real one, and what it repeats of it.
 *
 * <p>{@link dev.likeness.evaluation.Evaluation} takes three tables: the training rows, control rows
 * that the model never saw, and the synthetic rows. Every score stands beside its expected value,
 * which is the same metric with the control rows in the place of the synthetic ones: what two
 * samples of one population differ by anyway is no fault of a generator.
 *
 * <p>The result is an {@link dev.likeness.evaluation.EvaluationReport}: typed, immutable, and the
 * JSON that the service answers with. Nothing in it is called safe or anonymous, because no figure
 * here could carry such a word.
 */
@NullMarked
package dev.likeness.evaluation;

import org.jspecify.annotations.NullMarked;
