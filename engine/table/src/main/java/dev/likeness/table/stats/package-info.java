/**
 * Distances between columns and associations within them.
 *
 * <p>These live beside the table types so that a model can watch a held-out distance while it fits
 * and evaluation can report the same distance afterwards, without the two knowing each other.
 *
 * <p>All of it is pure functions of arrays: missing numbers are NaN, categories are codes, and what
 * cannot be computed (an empty sample, the correlation of a constant) is an empty optional instead
 * of a number that looks like one. Results do not depend on the number of threads or the machine:
 * sums run in a fixed order and no intrinsic approximates.
 */
@NullMarked
package dev.likeness.table.stats;

import org.jspecify.annotations.NullMarked;
