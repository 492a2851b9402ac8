/**
 * Single metrics: how alike two columns, or two pairs of columns, are.
 *
 * <p>A metric is one file here, annotated with {@code @AutoService}: a {@link
 * dev.likeness.evaluation.metric.ColumnMetric} or a {@link
 * dev.likeness.evaluation.metric.PairMetric}. The contract test runs over every registered one.
 * What a metric sees of a column is a {@link dev.likeness.evaluation.metric.Sample}: numbers or
 * category codes that mean the same in the real and the other table.
 */
@NullMarked
package dev.likeness.evaluation.metric;

import org.jspecify.annotations.NullMarked;
