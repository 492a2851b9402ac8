/**
 * Between the values of a column and the unit interval, in both directions.
 *
 * <p>A {@link dev.likeness.synthesis.encoding.ColumnEncoding} is learnt from a column and then
 * stands for it: it knows the column's distribution and nothing that fewer than k rows share. A
 * model picks encodings, it never re-implements one. {@link
 * dev.likeness.synthesis.encoding.TableEncoding} lines up those of a whole table as <i>latents</i>:
 * one for each modelled column, and one more that says "missing" for each number or moment that may
 * be.
 *
 * <p>k is 5 + ⌊3U⌋, drawn once per column, so that nobody can tell from the presence of a value how
 * many rows have it.
 */
@NullMarked
package dev.likeness.synthesis.encoding;

import org.jspecify.annotations.NullMarked;
