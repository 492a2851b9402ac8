/**
 * Typed columnar tables.
 *
 * <p>A {@link dev.likeness.table.Schema} is a complete typed reading of a file's text: for each
 * {@link dev.likeness.table.Field} how values are held, what they measure, what they mean for
 * privacy, and how they stood in the file. A {@link dev.likeness.table.Table} adds the values; a
 * {@link dev.likeness.table.TableSource} gives them by range without holding them all.
 */
@NullMarked
package dev.likeness.table;

import org.jspecify.annotations.NullMarked;
