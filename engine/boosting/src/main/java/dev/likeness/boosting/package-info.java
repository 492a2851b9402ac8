/**
 * Histogram gradient boosting on codes of one byte: a learner without any notion of a table.
 *
 * <p>Features are codes below 256 ({@link dev.likeness.boosting.Feature}), binned once and shared
 * by any number of fits ({@link dev.likeness.boosting.CodeMatrix}). A {@link
 * dev.likeness.boosting.Booster} fits a {@link dev.likeness.boosting.Sample} of its rows, for a
 * probability or a number ({@link dev.likeness.boosting.Objective}), and gives immutable {@link
 * dev.likeness.boosting.BoostedTrees}; {@link dev.likeness.boosting.Hierarchy} makes a choice among
 * many classes out of binary ones.
 *
 * <p>Gradients are summed as integers, three sums packed into one {@code long}, so that adding one
 * row to a bin is one addition, the histogram of a sibling is an exact subtraction, and the order
 * of additions cannot matter: the same trees for any number of threads. What a leaf says is
 * computed from unrounded gradients.
 *
 * <p>References: J. Friedman, Greedy function approximation, 2001; G. Ke et al., LightGBM, 2017; Y.
 * Shi et al., Quantized training of gradient boosting decision trees, 2022; C. Lucchese et al.,
 * QuickScorer, 2015.
 */
@NullMarked
package dev.likeness.boosting;

import org.jspecify.annotations.NullMarked;
