package dev.likeness.boosting;

import dev.likeness.numerics.Elementary;

/** What a fit makes small. */
public enum Objective {
  /**
   * −y ln p − (1 − y) ln(1 − p) with p = 1 / (1 + exp(−score)); targets y in [0, 1]. Gradient p −
   * y, hessian p (1 − p).
   */
  LOGISTIC {
    @Override
    double start(double mean) {
      double p = Math.clamp(mean, SMALLEST_SHARE, 1 - SMALLEST_SHARE);
      return Elementary.log(p / (1 - p));
    }

    @Override
    double loss(double score, double target) {
      double size = Math.abs(score);
      double rest = Elementary.log(1 + Elementary.exp(-size));
      return rest + Math.max(score, 0) - score * target;
    }

    @Override
    void differentiate(
        double[] score, double[] target, int from, int to, double[] gradient, double[] hessian) {
      for (int i = from; i < to; i++) {
        double p = Logistic.sigmoid(score[i]);
        gradient[i] = p - target[i];
        hessian[i] = p * (1 - p);
      }
    }
  },

  /** ½ (y − score)². Gradient score − y, hessian 1. */
  SQUARED_ERROR {
    @Override
    double start(double mean) {
      return mean;
    }

    @Override
    double loss(double score, double target) {
      return 0.5 * (score - target) * (score - target);
    }

    @Override
    void differentiate(
        double[] score, double[] target, int from, int to, double[] gradient, double[] hessian) {
      for (int i = from; i < to; i++) {
        gradient[i] = score[i] - target[i];
        hessian[i] = 1;
      }
    }
  };

  private static final double SMALLEST_SHARE = 1e-12;

  /** The best constant score for targets of this mean. */
  abstract double start(double mean);

  /** The loss of one row. */
  abstract double loss(double score, double target);

  /** First and second derivatives of the loss by the score, for rows [from, to). */
  abstract void differentiate(
      double[] score, double[] target, int from, int to, double[] gradient, double[] hessian);
}
