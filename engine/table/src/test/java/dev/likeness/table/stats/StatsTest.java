package dev.likeness.table.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.CounterRandom;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatsTest {

  private static final Offset<Double> TINY = within(1e-12);
  private static final double NAN = Double.NaN;

  @Test
  void kolmogorovSmirnovOfEqualSamplesIsZeroAndOfDisjointOnesOne() {
    double[] x = {3, 1, 2, NAN};
    assertThat(KolmogorovSmirnov.distance(x, new double[] {1, 2, 3})).hasValue(0);
    assertThat(KolmogorovSmirnov.distance(x, new double[] {4, 5})).hasValue(1);
    assertThat(KolmogorovSmirnov.distance(x, new double[] {NAN})).isEmpty();
  }

  @Test
  void kolmogorovSmirnovTakesNumbersThatDifferByRoundingForEqual() {
    assertThat(KolmogorovSmirnov.distance(new double[] {0.1 + 0.2}, new double[] {0.3}))
        .hasValue(0);
    assertThat(KolmogorovSmirnov.distance(new double[] {-0.0}, new double[] {0.0})).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void kolmogorovSmirnovAgreesWithItsDefinition(long seed) {
    double[] x = numbers(seed, "x", 57, 20);
    double[] y = numbers(seed, "y", 101, 25);
    double largest = 0;
    for (double at : IntStream.range(0, 26).asDoubleStream().toArray()) {
      largest = Math.max(largest, Math.abs(share(x, at) - share(y, at)));
    }
    assertThat(KolmogorovSmirnov.distance(x, y).orElseThrow()).isCloseTo(largest, TINY);
  }

  @Test
  void totalVariationIsTheShareOfRowsThatMustChange() {
    assertThat(TotalVariation.distance(new long[] {5, 5, 0}, new long[] {5, 4, 1}).orElseThrow())
        .isCloseTo(0.1, TINY);
    assertThat(TotalVariation.distance(new long[] {1, 0}, new long[] {0, 7})).hasValue(1);
    assertThat(TotalVariation.distance(new long[] {1, 0}, new long[] {0, 0})).isEmpty();
    assertThatThrownBy(() -> TotalVariation.distance(new long[1], new long[2]))
        .hasMessageContaining("expected 1");
  }

  @Test
  void correlationIsPairwiseCompleteAndEmptyForConstants() {
    double[] x = {1, 2, 3, NAN, 100};
    double[] y = {2, 4, 6, 1000, NAN};
    assertThat(Correlation.pearson(x, y).orElseThrow()).isCloseTo(1, TINY);
    assertThat(Correlation.pearson(new double[] {7, 7}, new double[] {1, 2})).isEmpty();
    assertThat(Correlation.pearson(new double[] {7}, new double[] {1})).isEmpty();
    assertThat(Correlation.pearson(new double[] {}, new double[] {})).isEmpty();
  }

  /** Anscombe, F. J. (1973). Graphs in Statistical Analysis, first data set: r = 0.816. */
  @Test
  void correlationOfAnscombesFirstSet() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    assertThat(Correlation.pearson(x, y).orElseThrow()).isCloseTo(0.81642051634484, within(1e-13));
    assertThat(Correlation.spearman(x, y).orElseThrow()).isCloseTo(0.81818181818182, within(1e-13));
  }

  @Test
  void correlationKeepsItsDigitsFarFromZero() {
    double[] x = numbers(1, "x", 500, 1000);
    double[] y = Arrays.stream(numbers(1, "y", 500, 1000)).map(v -> v + x[(int) v % 500]).toArray();
    double[] far = Arrays.stream(x).map(v -> v + 1e12).toArray();
    assertThat(Correlation.pearson(far, y).orElseThrow())
        .isCloseTo(Correlation.pearson(x, y).orElseThrow(), within(1e-11));
  }

  @Test
  void spearmanSharesTheRanksOfTies() {
    double[] x = {1, 2, 2, 3};
    assertThat(Correlation.spearman(x, new double[] {10, 20, 20, 30}).orElseThrow())
        .isCloseTo(1, TINY);
    assertThat(Correlation.spearman(x, new double[] {1, 100, 100, 101}).orElseThrow())
        .isCloseTo(1, TINY);
  }

  @Test
  void binsAreThoseOfNumpy() {
    // numpy 1.26: np.digitize([0, 0.3, 0.29999, 1, nan, -1, 2], np.linspace(0, 1, 11))
    Bins bins = Bins.of(new double[] {0, 1, NAN}, 10);
    assertThat(Arrays.stream(new double[] {0, 0.3, 0.29999, 1, NAN, -1, 2}).mapToInt(bins::code))
        .containsExactly(1, 3, 3, 11, 11, 0, 11);
    assertThat(Bins.of(new double[] {5, 5}, 10).edges()).startsWith(4.5, 4.6).endsWith(5.5);
    assertThat(Bins.of(new double[] {NAN}, 2).edges()).containsExactly(0, 0.5, 1);
    assertThat(bins.nearestBin(7)).isEqualTo(9);
    assertThat(bins.nearestBin(-7)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 1000})
  void contingencyTablesCountTheSameDenseOrSparse(int categories) {
    int[] x = codes(7, "x", 400, categories);
    int[] y = codes(7, "y", 400, categories);
    Contingency table = Contingency.of(x, categories, y, categories);
    assertThat(Arrays.stream(table.counts()).sum()).isEqualTo(400);
    assertThat(table.keys()).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < table.keys().length; i++) {
      long key = table.keys()[i];
      long rows =
          IntStream.range(0, 400).filter(r -> (long) x[r] * categories + y[r] == key).count();
      assertThat(table.counts()[i]).isEqualTo((int) rows);
    }
    assertThat(table.distance(table)).hasValue(0);
  }

  @Test
  void contingencyDistanceIsOneWhereNoPairIsShared() {
    Contingency a = Contingency.of(new int[] {0, 0}, 2, new int[] {0, 1}, 2);
    Contingency b = Contingency.of(new int[] {1, 1}, 2, new int[] {0, 1}, 2);
    assertThat(a.distance(b)).hasValue(1);
    assertThat(a.distance(Contingency.of(new int[0], 2, new int[0], 2))).isEmpty();
  }

  /** For a table of two by two, V² is the square of the phi coefficient. */
  @Test
  void cramersVOfASmallTable() {
    int[] x = new int[65];
    int[] y = new int[65];
    Arrays.fill(x, 30, 65, 1);
    Arrays.fill(y, 10, 30, 1);
    Arrays.fill(y, 60, 65, 1);
    double chiSquare = 65.0 * Math.pow(10 * 5 - 20 * 30, 2) / (30.0 * 35 * 40 * 25);
    assertThat(Contingency.of(x, 2, y, 2).cramersV().orElseThrow())
        .isCloseTo(Math.sqrt(chiSquare / 65), TINY);
  }

  @Test
  void cramersVIsZeroForIndependentOneForEqualAndEmptyForConstantColumns() {
    int[] x = {0, 0, 1, 1};
    int[] y = {0, 1, 0, 1};
    assertThat(Contingency.of(x, 2, y, 2).cramersV()).hasValue(0);
    assertThat(Contingency.of(x, 2, x, 2).cramersV()).hasValue(1);
    assertThat(Contingency.of(x, 2, new int[4], 2).cramersV()).isEqualTo(OptionalDouble.empty());
  }

  private static double share(double[] values, double at) {
    return (double) Arrays.stream(values).filter(v -> v <= at).count() / values.length;
  }

  private static double[] numbers(long seed, String name, int rows, int bound) {
    return Arrays.stream(codes(seed, name, rows, bound)).asDoubleStream().toArray();
  }

  private static int[] codes(long seed, String name, int rows, int bound) {
    CounterRandom random = CounterRandom.of(seed).derive(name);
    return IntStream.range(0, rows).map(row -> (int) random.below(bound, row, 0)).toArray();
  }
}
