package dev.likeness.synthesis;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.Table;

/**
 * A fitted model that tells how likely any row is: for outliers, for choosing among models by rows
 * that were held out, and for the attack that asks the model itself who was in its table.
 */
public interface LikelihoodModel extends FittedSynthesizer {

  /**
   * The log likelihood of each row, in nats: the log of the chance that a row which {@link #sample}
   * makes has exactly these values in the modelled columns; minus infinity where it never has.
   *
   * <p>Numbers count as rounded to their column's places. Columns of more than 15 places are not
   * rounded: some models count of them only the bin, others a density over that of the column, so
   * that figures of two models compare only where there are none.
   *
   * <p>{@code gaussian-copula} has no closed form and gives the log of an unbiased estimate, the
   * same for the same rows.
   *
   * @param rows of the model's schema; text and identifiers are not looked at
   * @throws IllegalArgumentException when the schema differs
   */
  double[] logLikelihood(Table rows, RunContext run);
}
