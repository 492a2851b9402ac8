package dev.likeness.synthesis.relation;

/** Numbers with so many places. */
final class Rounding {

  private static final double SLACK = 1e-9;

  private Rounding() {}

  static double power(int decimals) {
    double power = 1;
    for (int i = 0; i < decimals; i++) {
      power *= 10;
    }
    return power;
  }

  /** The number with places nearest to a value; NaN of NaN. */
  static double nearest(double value, double power) {
    double rounded = Math.rint(value * power) / power;
    return Double.isFinite(rounded) ? rounded + 0.0 : value;
  }

  /** The smallest number with places that is not below a value. */
  static double up(double value, double power) {
    double rounded = Math.ceil(value * power - SLACK) / power;
    return Double.isFinite(rounded) && rounded >= value ? rounded + 0.0 : value;
  }

  /** The largest number with places that is not above a value. */
  static double down(double value, double power) {
    double rounded = Math.floor(value * power + SLACK) / power;
    return Double.isFinite(rounded) && rounded <= value ? rounded + 0.0 : value;
  }
}
