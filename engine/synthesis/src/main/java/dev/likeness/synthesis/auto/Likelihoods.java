package dev.likeness.synthesis.auto;

import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.Optional;

/**
 * Compares two models by the log likelihood of rows that neither has learnt from: the mean over
 * rows of their difference in nats, each cut at ±{@value #FURTHEST}, so that one row that a model
 * holds for impossible does not decide alone.
 */
final class Likelihoods {

  private static final double FURTHEST = 20;
  private static final int MOST_PLACES = 15;

  private Likelihoods() {}

  /** The log likelihood of each row, where the model tells it. */
  static Optional<double[]> of(FittedSynthesizer model, Table rows, RunContext run) {
    return model instanceof LikelihoodModel told
        ? Optional.of(told.logLikelihood(rows, run))
        : Optional.empty();
  }

  /** Whether figures of two models mean the same: not where numbers are too fine to be rounded. */
  static boolean comparable(Schema schema) {
    return schema.fields().stream()
        .filter(dev.likeness.table.Field::isModelled)
        .noneMatch(f -> f.format() instanceof NumberFormat n && n.decimals() > MOST_PLACES);
  }

  /** Whether one of the figures is not a number, or plus infinity. */
  static boolean broken(double[] logs) {
    for (double log : logs) {
      if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
        return true;
      }
    }
    return false;
  }

  /**
   * By how much a model tells rows better than another.
   *
   * @param nats mean difference of a row
   * @param error standard error of that mean
   */
  record Gain(double nats, double error) {

    /** Whether the model is worse, beyond what chance makes. */
    boolean isLoss() {
      return nats + 2 * error < 0;
    }
  }

  /** The gain of a model over another on the same rows. */
  static Gain gain(double[] model, double[] other) {
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < model.length; row++) {
      double difference = model[row] == other[row] ? 0 : model[row] - other[row];
      double cut = Math.clamp(difference, -FURTHEST, FURTHEST);
      sum += cut;
      squares += cut * cut;
    }
    int rows = Math.max(1, model.length);
    double mean = sum / rows;
    double variance = Math.max(0, squares / rows - mean * mean);
    return new Gain(mean, Math.sqrt(variance / rows));
  }
}
