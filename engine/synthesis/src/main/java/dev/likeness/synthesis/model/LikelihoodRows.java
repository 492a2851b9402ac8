package dev.likeness.synthesis.model;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.Column;
import java.util.List;

/** The learnt part of a model that also tells how likely rows are. */
interface LikelihoodRows extends RowGenerator {

  /**
   * The log likelihood of each row.
   *
   * @param values of the modelled columns, in schema order
   * @param rows how many
   */
  double[] logLikelihood(List<Column> values, int rows, RunContext run);
}
