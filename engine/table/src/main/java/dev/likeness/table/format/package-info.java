/**
 * Text of single values: numbers and moments, read and written in a column's own format.
 *
 * <p>For a column without irregularities writing what was read gives the text back, byte by byte.
 */
@NullMarked
package dev.likeness.table.format;

import org.jspecify.annotations.NullMarked;
