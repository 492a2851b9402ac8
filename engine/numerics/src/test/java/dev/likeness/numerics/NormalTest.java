package dev.likeness.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  private static final CounterRandom RANDOM = CounterRandom.of(1);

  /** mpmath 1.3, 40 digits: erfc(-x/sqrt(2))/2. */
  @ParameterizedTest
  @CsvSource({
    "-37.5, 4.6053530095819548438e-308",
    "-20, 2.7536241186062336951e-89",
    "-10, 7.619853024160526066e-24",
    "-5, 2.8665157187919391167e-7",
    "-1.96, 0.024997895148220434137",
    "-0.5, 0.30853753872598689636",
    "0.25, 0.59870632568292372424",
    "1, 0.84134474606854294859",
    "3, 0.99865010196836990547",
    "8, 0.9999999999999993779"
  })
  void knowsTheShareBelow(double x, double expected) {
    assertThat(Normal.cdf(x)).isCloseTo(expected, withPercentage(1e-11));
  }

  /** mpmath 1.3, 40 digits: the root of the logarithm of erfc(-x/sqrt(2))/2. */
  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.047096299361199237",
    "1e-100, -21.273453560965324294",
    "1e-20, -9.2623400897984075796",
    "1e-10, -6.3613409024040561991",
    "0.001, -3.0902323061678135354",
    "0.025, -1.9599639845400542118",
    "0.1, -1.2815515655446004353",
    "0.3, -0.52440051270804081597",
    "0.6, 0.25334710313579974132",
    "0.975, 1.9599639845400538556",
    "0.9999, 3.7190164854557083867"
  })
  void knowsTheQuantile(double p, double expected) {
    assertThat(Normal.quantile(p)).isCloseTo(expected, withPercentage(1e-12));
  }

  @Test
  void agreesWithCommonsMath() {
    NormalDistribution reference = new NormalDistribution();
    for (double x = -38; x < 38; x += 0.0137) {
      assertThat(Normal.cdf(x)).isCloseTo(Erf.erfc(-x / Math.sqrt(2)) / 2, within(1e-15));
    }
    for (double p = 0.0005; p < 1; p += 0.0005) {
      assertThat(Normal.quantile(p))
          .isCloseTo(reference.inverseCumulativeProbability(p), within(1e-12));
    }
  }

  @Test
  void quantileUndoesTheShareBelow() {
    for (double x = -37; x < 5; x += 0.0173) {
      assertThat(Normal.quantile(Normal.cdf(x))).isCloseTo(x, within(1e-10));
    }
  }

  @Test
  void knowsTheEnds() {
    assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isOne();
    assertThat(Normal.cdf(Double.NaN)).isNaN();
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.quantile(-0.1)).isNaN();
    assertThat(Normal.quantile(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 2",
    "3, 3.5",
    "-9, -8.9",
    "8, 8.001",
    "30, 31",
    "-50, -49",
    "49, 50",
    "-400, -399.999",
    "-Infinity, -6",
    "6, Infinity",
    "-Infinity, Infinity",
    "0, Infinity",
    "1.5, 1.5"
  })
  void drawsStayInTheirIntervalAndRise(double lower, double upper) {
    double last = lower;
    for (double u = 0x1p-53; u < 1; u += 0.001) {
      double x = Normal.truncated(lower, upper, u);
      assertThat(x).isBetween(last, upper).isFinite();
      last = x;
    }
  }

  /** The mean of a normal truncated to [a, b] is (φ(a) − φ(b)) / (Φ(b) − Φ(a)). */
  @ParameterizedTest
  @CsvSource({"-1, 2", "0.5, 0.7", "2, 9", "-4, -3", "5, 6", "-6, -5"})
  void drawsHaveTheMeanOfTheTruncatedNormal(double lower, double upper) {
    NormalDistribution reference = new NormalDistribution();
    double mass =
        lower > 0
            ? reference.cumulativeProbability(-lower) - reference.cumulativeProbability(-upper)
            : reference.cumulativeProbability(upper) - reference.cumulativeProbability(lower);
    double mean = (reference.density(lower) - reference.density(upper)) / mass;
    double sum = 0;
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      sum += Normal.truncated(lower, upper, RANDOM.uniform(i, 0));
    }
    double deviation = Math.min(1, upper - lower);
    assertThat(sum / draws).isCloseTo(mean, within(4 * deviation / Math.sqrt(draws)));
  }

  @Test
  void mirrorsTheUpperTail() {
    assertThat(Normal.truncated(40, 41, 0.25)).isEqualTo(-Normal.truncated(-41, -40, 0.75));
    assertThat(Normal.truncated(5, 6, 0.25)).isEqualTo(-Normal.truncated(-6, -5, 0.75));
  }
}
