package dev.likeness.synthesis.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.NumericColumn;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TailTest {

  private static final int ROWS = 2000;
  private static final int K = 6;

  /** The value at the middle of each row's share: spacings without noise. */
  private static double[] sample(DoubleUnaryOperator quantile) {
    double[] sorted = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      sorted[i] = quantile.applyAsDouble((i + 0.5) / ROWS);
    }
    return sorted;
  }

  private static double[] exponential(double scale) {
    return sample(share -> -scale * StrictMath.log(1 - share));
  }

  @Test
  void anExponentialTailReachesAsFarAsTheLargestOfTheFewOutsideMostlyDoes() {
    // 1 - 0.1^(1/5) = 0.369043: -ln of it is 0.996843, computed with bc
    assertThat(Tail.upper(exponential(100), K, 0.1)).isCloseTo(99.6843, within(1.0));
  }

  @Test
  void aTailWithAnEndOfItsOwnDoesNotReach() {
    double[] percentages = sample(share -> 100 * share);
    assertThat(Tail.upper(percentages, K, 0.1)).isZero();
    assertThat(Tail.lower(percentages, K, 0.1)).isZero();
  }

  @Test
  void aTailWhoseValuesRepeatDoesNotReach() {
    double[] ages = exponential(10);
    for (int i = 0; i < ROWS; i++) {
      ages[i] = Math.min(90, Math.rint(ages[i] * 2));
    }
    assertThat(Tail.upper(ages, K, 0.1)).isZero();
  }

  @Test
  void aTailOfWholeNumbersReachesAsOneOfOthersDoes() {
    double[] values = exponential(8);
    double[] whole = Arrays.stream(values).map(Math::rint).toArray();
    assertThat(Tail.upper(whole, K, 0.5)).isCloseTo(Tail.upper(values, K, 0.5), within(3.0));
  }

  @Test
  void theValuesOutsideAreNotLookedAt() {
    double[] values = exponential(100);
    double before = Tail.upper(values, K, 0.1);
    Arrays.fill(values, ROWS - K + 1, ROWS, 1e9);
    assertThat(Tail.upper(values, K, 0.1)).isEqualTo(before);
  }

  @Test
  void belowIsTheMirrorOfAbove() {
    double[] values = exponential(100);
    double[] mirrored = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      mirrored[i] = -values[ROWS - 1 - i];
    }
    assertThat(Tail.lower(mirrored, K, 0.1)).isEqualTo(Tail.upper(values, K, 0.1));
  }

  @Test
  void boundsNeitherCrossZeroNorPassAnEndThatManyShare() {
    double[] values = exponential(100);
    for (int i = 0; i < ROWS; i++) {
      values[i] = Math.max(1, 700 - values[i]);
    }
    values[0] = values[1] = 1e-3;
    assertThat(extreme(values, 1e-9)).isGreaterThanOrEqualTo(0);
    Arrays.fill(values, 0, 40, 900);
    assertThat(extreme(values, 1 - 1e-9)).isEqualTo(900);
  }

  private static double extreme(double[] values, double share) {
    return QuantileEncoding.fit(new NumericColumn(values), 3, K).quantile(share);
  }

  @Test
  void aBoundIsSeldomBehindTheRealEndAndMostlyNearIt() {
    CounterRandom random = CounterRandom.of(11);
    int behind = 0;
    double missing = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      double[] values = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        values[i] = -StrictMath.log(random.derive(trial).uniform(i, 0));
      }
      Arrays.sort(values);
      double end = values[ROWS - K] + Tail.upper(values, K, 0.1);
      behind += end > values[ROWS - 1] ? 1 : 0;
      missing += values[ROWS - 1] - end;
    }
    // the largest of five exponentials lies 2.283 behind the sixth on average
    assertThat((double) behind / trials).isLessThan(0.15);
    assertThat(missing / trials).isBetween(1.0, 1.8);
  }
}
