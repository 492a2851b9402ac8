/**
 * Relations that hold in every row of a table, taken out before a model learns it and put back into
 * the rows that it makes, so that they hold there in every row too.
 *
 * <p>{@link dev.likeness.synthesis.relation.RelationEncoding} is the whole interface: it is learnt
 * from training rows and the relations that have no exception among them, makes a smaller table for
 * any model, and restores the columns that are missing from its rows. Inside, each relation is one
 * {@link dev.likeness.synthesis.relation.Step}: steps are taken one after another, undone in the
 * opposite order, and a step only uses columns that are there when it is taken. So they cannot run
 * in a circle, and no two of them compute the same column.
 */
@NullMarked
package dev.likeness.synthesis.relation;

import org.jspecify.annotations.NullMarked;
