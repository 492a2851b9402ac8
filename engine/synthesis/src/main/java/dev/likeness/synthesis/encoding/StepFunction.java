package dev.likeness.synthesis.encoding;

/**
 * Finds the step of a cumulative distribution that a uniform number falls on.
 *
 * <p><b>Cost:</b> constant on average, by a guide table with as many entries as there are steps
 * (Chen and Asau 1974). <b>Thread-safe:</b> immutable.
 */
final class StepFunction {

  private final double[] cumulative; // steps + 1, from 0 to 1, never falling
  private final int[] guide; // guide[b] = step that b / guide.length falls on

  StepFunction(double[] cumulative) {
    this.cumulative = cumulative;
    this.guide = new int[Integer.highestOneBit(Math.max(1, cumulative.length)) * 2];
    int step = 0;
    for (int b = 0; b < guide.length; b++) {
      step = climb(step, (double) b / guide.length);
      guide[b] = step;
    }
  }

  /** The step i with cumulative[i] ≤ u < cumulative[i + 1], for u in [0, 1). */
  int find(double u) {
    return climb(guide[(int) (u * guide.length)], u);
  }

  private int climb(int from, double u) {
    int step = from;
    while (step < cumulative.length - 2 && cumulative[step + 1] <= u) {
      step++;
    }
    return step;
  }

  /** Cumulative shares of masses, ending in exactly 1; equal shares where all masses are 0. */
  static double[] cumulate(double[] masses) {
    double total = 0;
    for (double mass : masses) {
      total += mass;
    }
    double[] cumulative = new double[masses.length + 1];
    double sum = 0;
    for (int i = 0; i < masses.length; i++) {
      sum += masses[i];
      cumulative[i + 1] = total > 0 ? Math.min(1, sum / total) : (i + 1.0) / masses.length;
    }
    cumulative[masses.length] = 1;
    return cumulative;
  }
}
