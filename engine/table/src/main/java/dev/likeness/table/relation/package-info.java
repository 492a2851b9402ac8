/**
 * What ties the columns of a table together: rules that hold in every row, or in nearly every one.
 *
 * <p>A {@link dev.likeness.table.relation.Relation} names columns and says what holds; it can be
 * checked against any table that has these columns, and stands in JSON. {@link
 * dev.likeness.table.relation.RelationFinder} suggests the relations of a table: candidates from a
 * seeded sample of rows, then every row is asked. Nothing is enforced here: models may keep a
 * relation, evaluation may check it, people may drop it.
 */
@NullMarked
package dev.likeness.table.relation;

import org.jspecify.annotations.NullMarked;
