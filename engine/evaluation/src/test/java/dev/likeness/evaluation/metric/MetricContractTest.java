package dev.likeness.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.CounterRandom;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises of {@link ColumnMetric} and {@link PairMetric}, for every registered one. */
class MetricContractTest {

  private static final int CATEGORIES = 12;

  static Stream<ColumnMetric> columnMetrics() {
    return Metrics.ofColumns().stream();
  }

  static Stream<PairMetric<?>> pairMetrics() {
    return Metrics.ofPairs().stream();
  }

  @Test
  void everyMetricIsRegistered() {
    assertThat(columnMetrics().map(ColumnMetric::name))
        .containsExactlyInAnyOrder("KSComplement", "TVComplement");
    assertThat(pairMetrics().map(PairMetric::name))
        .containsExactlyInAnyOrder("CorrelationSimilarity", "ContingencySimilarity");
  }

  @Test
  void exactlyOneMetricAcceptsEachColumnAndEachPair() {
    List<Sample> kinds = List.of(numbers(1, 3, 0).real, categories(1, 3, 0).real);
    for (Sample a : kinds) {
      assertThat(columnMetrics().filter(metric -> metric.accepts(a))).hasSize(1);
      for (Sample b : kinds) {
        assertThat(pairMetrics().filter(metric -> metric.accepts(a, b))).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("columnMetrics")
  void columnScoresLieWithinZeroAndOne(ColumnMetric metric) {
    for (int rows : new int[] {1, 2, 7, 300}) {
      for (double missing : new double[] {0, 0.5}) {
        Pair column = accepted(metric, rows, missing);
        metric
            .score(column.real, column.other)
            .ifPresent(score -> assertThat(score).isBetween(0.0, 1.0));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("columnMetrics")
  void aPerfectCopyScoresOne(ColumnMetric metric) {
    Sample real = accepted(metric, 100, 0.1).real;
    assertThat(metric.score(real, real)).hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("columnMetrics")
  void samplesWithoutACommonValueScoreZero(ColumnMetric metric) {
    Sample low = category(1, 30);
    Sample high = category(2, 30);
    NumberSample real = NumberSample.real(new double[] {1, 2, 3});
    Sample far = real.beside(new double[] {10, 11});
    OptionalDouble score = metric.accepts(real) ? metric.score(real, far) : metric.score(low, high);
    assertThat(score.orElseThrow()).isCloseTo(0, within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("columnMetrics")
  void aSampleWithoutValuesHasNoScore(ColumnMetric metric) {
    for (int rows : new int[] {0, 4}) {
      Pair column = accepted(metric, rows, 1);
      Pair full = accepted(metric, 5, 0);
      assertThat(metric.score(column.real, column.other)).isEmpty();
      assertThat(metric.score(full.real, column.other)).isEmpty();
      assertThat(metric.score(column.real, full.other)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pairMetrics")
  <R> void pairSimilaritiesLieWithinZeroAndOne(PairMetric<R> metric) {
    for (int rows : new int[] {0, 1, 2, 7, 300}) {
      for (double missing : new double[] {0, 0.5, 1}) {
        for (Pair[] pair : pairs(rows, missing)) {
          if (metric.accepts(pair[0].real, pair[1].real)) {
            R real = metric.relation(pair[0].real, pair[1].real);
            R other = metric.relation(pair[0].other, pair[1].other);
            metric
                .similarity(real, other)
                .ifPresent(score -> assertThat(score).isBetween(0.0, 1.0));
            metric
                .strength(real)
                .ifPresent(strength -> assertThat(strength).isBetween(-1.0, 1.0 + 1e-12));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairMetrics")
  <R> void aCopiedRelationScoresOneWhateverTheOrderOfRows(PairMetric<R> metric) {
    for (Pair[] pair : pairs(200, 0.2)) {
      if (metric.accepts(pair[0].real, pair[1].real)) {
        R real = metric.relation(pair[0].real, pair[1].real);
        assertThat(metric.similarity(real, real)).hasValue(1);
        R turned = metric.relation(turned(pair[0].real), turned(pair[1].real));
        assertThat(metric.similarity(real, turned).orElseThrow()).isCloseTo(1, within(1e-12));
      }
    }
  }

  @Test
  void oppositeCorrelationsAndDisjointTablesScoreZero() {
    NumberSample x = NumberSample.real(new double[] {1, 2, 3});
    NumberSample down = NumberSample.real(new double[] {3, 2, 1});
    CorrelationSimilarity correlation = new CorrelationSimilarity();
    assertThat(
            correlation
                .similarity(correlation.relation(x, x), correlation.relation(x, down))
                .orElseThrow())
        .isCloseTo(0, within(1e-12));
    ContingencySimilarity contingency = new ContingencySimilarity();
    assertThat(
            contingency
                .similarity(
                    contingency.relation(x, category(1, 3)),
                    contingency.relation(x, category(2, 3)))
                .orElseThrow())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void aConstantColumnHasNoCorrelation() {
    NumberSample x = NumberSample.real(new double[] {1, 2, 3});
    NumberSample flat = NumberSample.real(new double[] {5, 5, 5});
    CorrelationSimilarity metric = new CorrelationSimilarity();
    assertThat(metric.similarity(metric.relation(x, x), metric.relation(x, flat))).isEmpty();
  }

  @Test
  void numbersBeyondTheRealRangeFallIntoTheOutermostBins() {
    NumberSample real = NumberSample.real(new double[] {0, 10, Double.NaN});
    NumberSample other = real.beside(new double[] {-5, 50, Double.NaN});
    assertThat(other.codes()).containsExactly(0, 9, 11).isEqualTo(real.codes());
  }

  private record Pair(Sample real, Sample other) {}

  private static Pair accepted(ColumnMetric metric, int rows, double missing) {
    return Stream.of(numbers(rows, rows, missing), categories(rows, rows, missing))
        .filter(pair -> metric.accepts(pair.real))
        .findFirst()
        .orElseThrow();
  }

  private static List<Pair[]> pairs(int rows, double missing) {
    Pair x = numbers(1, rows, missing);
    Pair y = numbers(2, rows, missing);
    Pair a = categories(3, rows, missing);
    Pair b = categories(4, rows, missing);
    return List.of(new Pair[] {x, y}, new Pair[] {x, a}, new Pair[] {a, y}, new Pair[] {a, b});
  }

  private static Pair numbers(long seed, int rows, double missing) {
    NumberSample real = NumberSample.real(values(seed, "real", rows, missing));
    return new Pair(real, real.beside(values(seed, "other", rows, missing)));
  }

  private static Pair categories(long seed, int rows, double missing) {
    return new Pair(
        coded(values(seed, "real", rows, missing)), coded(values(seed, "other", rows, missing)));
  }

  private static Sample coded(double[] values) {
    int[] codes =
        Arrays.stream(values).mapToInt(v -> Double.isNaN(v) ? 0 : 1 + (int) v % 10).toArray();
    return CategorySample.of(codes, CATEGORIES);
  }

  private static Sample category(int code, int rows) {
    return CategorySample.of(IntStream.range(0, rows).map(row -> code).toArray(), CATEGORIES);
  }

  private static Sample turned(Sample sample) {
    return switch (sample) {
      case NumberSample numbers -> {
        double[] values = numbers.values();
        yield numbers.beside(
            IntStream.range(0, values.length)
                .mapToDouble(row -> values[values.length - 1 - row])
                .toArray());
      }
      case CategorySample categories -> {
        int[] codes = categories.codes();
        yield CategorySample.of(
            IntStream.range(0, codes.length).map(row -> codes[codes.length - 1 - row]).toArray(),
            CATEGORIES);
      }
    };
  }

  private static double[] values(long seed, String name, int rows, double missing) {
    CounterRandom random = CounterRandom.of(seed).derive(name);
    return IntStream.range(0, rows)
        .mapToDouble(
            row -> random.uniform(row, 0) < missing ? Double.NaN : random.below(1000, row, 1))
        .toArray();
  }
}
