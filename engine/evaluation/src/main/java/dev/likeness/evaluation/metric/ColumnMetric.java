package dev.likeness.evaluation.metric;

import java.util.OptionalDouble;

/**
 * How alike the distributions of one column are in two tables.
 *
 * <ol>
 *   <li>Scores lie in [0, 1]: 1 for equal distributions, 0 (to 10⁻⁵) for samples without a common
 *       value.
 *   <li>A sample without values has no score.
 *   <li>The order of rows does not matter.
 * </ol>
 *
 * <p><b>Thread-safe:</b> yes; a metric has no state and a public constructor without arguments.
 */
public interface ColumnMetric {

  /** The name in reports, as in the literature. */
  String name();

  /** Whether it can score such a column; exactly one registered metric accepts each. */
  boolean accepts(Sample sample);

  /** The score of another sample against the real one, both accepted. */
  OptionalDouble score(Sample real, Sample other);
}
