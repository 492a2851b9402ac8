package dev.likeness.table.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.CounterRandom;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentSumsTest {

  private static double[] numbers(int count) {
    CounterRandom random = CounterRandom.of(3);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      double scale = StrictMath.pow(10, 40 * random.uniform(i, 0) - 20);
      numbers[i] = (random.uniform(i, 1) - 0.5) * scale;
    }
    return numbers;
  }

  @Test
  void sumsAsExactDecimalsDo() {
    double[] numbers = numbers(5_000);
    ExactSum sum = new ExactSum();
    BigDecimal exact = BigDecimal.ZERO;
    for (double x : numbers) {
      sum.add(x);
      exact = exact.add(new BigDecimal(x));
    }
    assertThat(sum.value()).isEqualTo(exact.doubleValue());
  }

  @Test
  void sumsExtremes() {
    ExactSum sum = new ExactSum();
    for (double x : new double[] {1e308, 1e308, Double.MIN_VALUE, -1e308, -1e308, -0.0}) {
      sum.add(x);
    }
    assertThat(sum.value()).isEqualTo(Double.MIN_VALUE);
    sum.add(0.1, 3);
    assertThat(sum.value())
        .isEqualTo(new BigDecimal(0.1).multiply(BigDecimal.valueOf(3)).doubleValue());
    sum.add(Double.NaN);
    assertThat(sum.value()).isNaN();
  }

  @Test
  void doesNotDependOnOrderOrParts() {
    double[] numbers = numbers(3_000);
    MomentSums whole = MomentSums.around(1);
    MomentSums first = MomentSums.around(1);
    MomentSums second = MomentSums.around(1);
    for (int i = 0; i < numbers.length; i++) {
      whole.add(numbers[i], 1);
      (i % 3 == 0 ? first : second).add(numbers[numbers.length - 1 - i], 1);
    }
    first.merge(second);
    assertThat(first.mean()).isEqualTo(whole.mean());
    assertThat(first.sd()).isEqualTo(whole.sd());
    assertThat(first.skewness()).isEqualTo(whole.skewness());
    assertThat(first.kurtosis()).isEqualTo(whole.kurtosis());
    assertThatThrownBy(() -> whole.merge(MomentSums.around(2))).hasMessageContaining("centre");
  }

  /**
   * Ten million numbers near a billion: 10⁹ + 0, 1, …, 9, a million times each. Reference: moments
   * of the discrete uniform distribution, sd² = (10² − 1)/12 · n/(n − 1), kurtosis = −6/5 · (10² +
   * 1)/(10² − 1).
   */
  @Test
  void doesNotDriftOverTenMillionRows() {
    MomentSums sums = MomentSums.around(1e9);
    for (int i = 0; i < 10_000_000; i++) {
      sums.add(1e9 + i % 10, 1);
    }
    assertThat(sums.mean()).hasValue(1e9 + 4.5);
    assertThat(sums.sd().orElseThrow())
        .isEqualTo(Math.sqrt(99 / 12.0 * 1e7 / (1e7 - 1)), within(1e-15));
    assertThat(sums.skewness().orElseThrow()).isEqualTo(0, within(1e-12));
    assertThat(sums.kurtosis().orElseThrow()).isEqualTo(-1.2 * 101 / 99, within(1e-12));
  }

  @Test
  void saysNothingAboutTooFewNumbers() {
    MomentSums sums = MomentSums.around(0);
    assertThat(sums.mean()).isEmpty();
    sums.add(4, 1);
    assertThat(sums.mean()).hasValue(4);
    assertThat(sums.sd()).isEmpty();
    sums.add(4, 5);
    assertThat(sums.sd()).hasValue(0);
    assertThat(sums.skewness()).isEmpty();
  }

  @Test
  void sortsAsTheLibraryDoes() {
    double[] numbers = numbers(50_000);
    numbers[7] = -0.0;
    numbers[8] = 0.0;
    numbers[9] = Double.NEGATIVE_INFINITY;
    numbers[10] = Double.NaN;
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int[] order = RadixSort.order(numbers);
    assertThat(Arrays.stream(order).mapToDouble(at -> numbers[at]).toArray()).isEqualTo(sorted);
    RadixSort.sort(numbers, numbers.length);
    assertThat(numbers).isEqualTo(sorted);
  }

  /** Whole numbers, decimals, equal ones, and decimals of which one of the last is none. */
  @ParameterizedTest
  @CsvSource({"1,0", "10,0", "1000000,0", "1e12,0", "0,0", "100,1e-11", "100,NaN", "100,-0.0"})
  void sortsDecimalsAsTheLibraryDoes(double units, double odd) {
    CounterRandom random = CounterRandom.of(4);
    double[] numbers = new double[50_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = units == 0 ? 7.5 : Math.rint((random.uniform(i, 0) - 0.3) * 1e6) / units;
    }
    numbers[49_000] = odd;
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int[] order = RadixSort.order(numbers);
    assertThat(Arrays.stream(order).mapToDouble(at -> numbers[at]).toArray()).isEqualTo(sorted);
    RadixSort.sort(numbers, numbers.length);
    assertThat(numbers).isEqualTo(sorted);
  }

  @Test
  void leavesEqualNumbersAsTheyStand() {
    assertThat(RadixSort.order(new double[] {2, 1, 2, -1, 1})).containsExactly(3, 1, 4, 0, 2);
    assertThat(RadixSort.order(new double[0])).isEmpty();
  }
}
