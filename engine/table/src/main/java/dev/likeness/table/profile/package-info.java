/**
 * What the columns of a file are: a typed reading of its text with the evidence for it.
 *
 * <p>{@link dev.likeness.table.profile.TableProfiler} looks at the distinct values of one column
 * after the other. A few of them propose formats (numbers with a decimal comma, dates with the day
 * first), all of them vote. What is found is a {@link dev.likeness.table.Schema}, by which {@link
 * dev.likeness.table.io.CanonicalTable} reads, and a {@link
 * dev.likeness.table.profile.ColumnProfile} for each column, for people.
 *
 * <p>Results do not depend on the number of threads: counts are integers, and sums of
 * floating-point numbers are taken in the order of the values.
 */
@NullMarked
package dev.likeness.table.profile;

import org.jspecify.annotations.NullMarked;
