package dev.likeness.evaluation.metric;

import java.util.OptionalDouble;

/**
 * How alike the relation of two columns is in two tables.
 *
 * <p>The relation is measured once in each table, then compared.
 *
 * <ol>
 *   <li>Similarities lie in [0, 1], 1 for equal relations.
 *   <li>A relation that cannot be measured has no similarity and no strength.
 *   <li>The order of rows does not matter.
 * </ol>
 *
 * <p><b>Thread-safe:</b> yes; a metric has no state and a public constructor without arguments.
 *
 * @param <R> what it knows of a relation
 */
public interface PairMetric<R> {

  /** The name in reports, as in the literature. */
  String name();

  /** Whether it can measure such a pair; exactly one registered metric accepts each. */
  boolean accepts(Sample a, Sample b);

  /** Measures the relation of two columns of one table. */
  R relation(Sample a, Sample b);

  /** How similar the relation in another table is to the real one. */
  OptionalDouble similarity(R real, R other);

  /**
   * How strongly the columns depend on each other: from 0, or from −1 where there is a direction.
   */
  OptionalDouble strength(R relation);

  /** The absolute strength above which SDMetrics' report takes a pair into its mean. */
  double threshold();
}
