package dev.likeness.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementaryTest {

  private static final CounterRandom RANDOM = CounterRandom.of(1);

  @Test
  void exponentialIsWithinTwoUnitsInTheLastPlace() {
    for (int i = 0; i < 300_000; i++) {
      double scale = i % 3 == 0 ? 1400 : i % 3 == 1 ? 2 : 1e-6;
      double x = scale * (RANDOM.uniform(i, 0) - 0.5);
      double expected = StrictMath.exp(x);
      assertThat(Math.abs(Elementary.exp(x) - expected))
          .isLessThanOrEqualTo(2 * Math.ulp(expected));
    }
  }

  @Test
  void logarithmIsWithinTwoUnitsInTheLastPlace() {
    for (int i = 0; i < 300_000; i++) {
      double x =
          switch (i % 3) {
            case 0 -> RANDOM.uniform(i, 0);
            case 1 -> 0.5 + RANDOM.uniform(i, 0);
            default -> StrictMath.exp(1400 * (RANDOM.uniform(i, 0) - 0.5));
          };
      double expected = StrictMath.log(x);
      assertThat(Math.abs(Elementary.log(x) - expected))
          .isLessThanOrEqualTo(2 * Math.ulp(expected));
    }
  }

  @Test
  void knowsTheEnds() {
    assertThat(Elementary.exp(0)).isOne();
    assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Elementary.exp(710)).isInfinite();
    assertThat(Elementary.exp(-746)).isZero();
    assertThat(Elementary.exp(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(Elementary.exp(Double.NaN)).isNaN();
    assertThat(Elementary.log(1)).isZero();
    assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.log(-1)).isNaN();
    assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
    assertThat(Elementary.log(Double.NaN)).isNaN();
  }
}
