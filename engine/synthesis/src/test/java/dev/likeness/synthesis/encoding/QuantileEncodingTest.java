package dev.likeness.synthesis.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Normal;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileEncodingTest {

  private static final CounterRandom RANDOM = CounterRandom.of(4);

  private static QuantileEncoding fit(int decimals, double... values) {
    return QuantileEncoding.fit(new NumericColumn(values), decimals, 5);
  }

  private static double[] normals(int n, double unit) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = Math.rint(Normal.quantile(RANDOM.uniform(i, 0)) * 1000 / unit) * unit;
    }
    return values;
  }

  private static double[] intervals(QuantileEncoding encoding, double value) {
    double[][] lower = new double[encoding.latents()][1];
    double[][] upper = new double[encoding.latents()][1];
    encoding.intervals(new NumericColumn(new double[] {value}), lower, upper);
    return new double[] {lower[0][0], upper[0][0]};
  }

  @Test
  void frequentValuesAreAtomsWithTheirShareAndComeBackExactly() {
    double[] values = normals(1000, 0.001);
    Arrays.fill(values, 0, 300, 0.1 + 0.2);
    QuantileEncoding encoding = fit(3, values);
    double[] atom = intervals(encoding, 0.1 + 0.2);
    assertThat(atom[1] - atom[0]).isCloseTo(0.3, within(1e-12));
    assertThat(encoding.quantile(atom[0])).isEqualTo(0.1 + 0.2);
    assertThat(encoding.quantile(Math.nextDown(atom[1]))).isEqualTo(0.1 + 0.2);
  }

  @Test
  void anAtomAmongUnroundedValuesIsAllBetweenItsEnds() {
    double[] values = new double[3000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 10 == 0 ? 0 : RANDOM.uniform(i, 1) * (i % 3 == 0 ? -1 : 2) / 3;
    }
    QuantileEncoding encoding = fit(17, values);
    double lower = encoding.lowerEnd(0);
    double upper = encoding.upperEnd(0);
    assertThat(upper - lower).isCloseTo(0.1, within(1e-12));
    assertThat(encoding.quantile(lower)).isZero();
    assertThat(encoding.quantile(Math.nextDown(upper))).isZero();
    assertThat(encoding.quantile(lower - 0.001)).isNegative();
    assertThat(encoding.quantile(upper + 0.001)).isPositive();
    assertThat(encoding.share(0)).isCloseTo((lower + upper) / 2, within(1e-12));
    assertThat(encoding.upperEnd(0.25)).isEqualTo(encoding.lowerEnd(0.25)).isBetween(upper, 1.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 50, 400})
  void theDistributionComesBack(double unit) {
    double[] values = normals(20_000, unit);
    QuantileEncoding encoding = fit(unit < 1 ? 6 : 0, values);
    double[] made = new double[values.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = encoding.quantile((i + 0.5) / made.length);
    }
    Arrays.sort(values);
    assertThat(made).isSorted();
    double worst = 0;
    for (double q = 0.01; q < 1; q += 0.01) {
      double at = values[(int) (q * values.length)];
      worst = Math.max(worst, Math.abs(below(made, at) - below(values, at)));
    }
    assertThat(worst).isLessThan(0.004);
  }

  private static double below(double[] sorted, double value) {
    return (double) Arrays.stream(sorted).filter(v -> v <= value).count() / sorted.length;
  }

  @Test
  void aValueLiesInItsOwnInterval() {
    double[] values = normals(5000, 1);
    QuantileEncoding encoding = fit(0, values);
    for (double value : values) {
      double[] interval = intervals(encoding, value);
      assertThat(interval[0]).isLessThanOrEqualTo(interval[1]).isBetween(0.0, 1.0);
      double middle = 0.5 * (interval[0] + interval[1]);
      double back = encoding.quantile(Math.clamp(middle, 1e-12, 1 - 1e-12));
      boolean inside = value > encoding.quantile(1e-12) && value < encoding.quantile(1 - 1e-12);
      assertThat(back).isCloseTo(value, within(inside ? 1.0 : 2000.0));
    }
  }

  @Test
  void noValueOfASingleRowIsAKnot() {
    double[] values = normals(3000, 1e-9);
    Set<Double> originals = new HashSet<>();
    Arrays.stream(values).forEach(originals::add);
    QuantileEncoding encoding = fit(9, values);
    java.util.Map<String, Object> tensors = new java.util.HashMap<>();
    encoding.save(
        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(), tensors, "");
    for (String name : new String[] {"low", "high"}) {
      for (double knot : (double[]) tensors.get(name)) {
        assertThat(originals).doesNotContain(knot);
      }
    }
    assertThat((double[]) tensors.get("low")).hasSizeLessThanOrEqualTo(1001);
  }

  @Test
  void theOutermostValuesDoNotMoveTheBounds() {
    double[] values = normals(3000, 1e-3);
    Arrays.sort(values);
    QuantileEncoding before = fit(3, values);
    values[0] = values[1] = -1e9;
    values[2998] = values[2999] = 1e9;
    QuantileEncoding after = fit(3, values);
    assertThat(after.quantile(1e-15)).isEqualTo(before.quantile(1e-15)).isLessThan(values[6]);
    assertThat(after.quantile(1 - 1e-15))
        .isEqualTo(before.quantile(1 - 1e-15))
        .isGreaterThan(values[2993])
        .isLessThan(2 * values[2993]);
  }

  @Test
  void tooFewValuesShowNothingOrTheirMean() {
    assertThat(fit(0, 1, 2, 3, 4).missingShare()).isEqualTo(1);
    assertThat(fit(0).missingShare()).isEqualTo(1);
    assertThat(fit(1, 1, 2, 4, 8, 16.5, 3).quantile(0.7)).isEqualTo(5.8);
    assertThat(fit(0, 7, 7, 7, 7, 7).quantile(0.3)).isEqualTo(7);
    assertThat(fit(0, 7, 7, 7, 7).missingShare()).isEqualTo(1);
  }

  @Test
  void missingIsALatentOfItsOwn() {
    double[] values = normals(1000, 1);
    Arrays.fill(values, 0, 250, Double.NaN);
    QuantileEncoding encoding = fit(0, values);
    assertThat(encoding.missingShare()).isEqualTo(0.25);
    assertThat(encoding.latents()).isEqualTo(2);
    NumericColumn made = (NumericColumn) encoding.decode(new double[][] {{0.5, 0.5}, {0.24, 0.26}});
    assertThat(made.isMissing(0)).isTrue();
    assertThat(made.isMissing(1)).isFalse();
  }

  @Test
  void momentsComeBackAsWholeUnits() {
    long[] days = new long[500];
    for (int i = 0; i < days.length; i++) {
      days[i] = i < 100 ? -40_000 : -20_000 + 37L * i;
    }
    days[0] = TemporalColumn.MISSING;
    QuantileEncoding encoding = QuantileEncoding.fit(new TemporalColumn(days), 0, 5);
    TemporalColumn made =
        (TemporalColumn) encoding.decode(new double[][] {{0.1, 0.7, 0.1}, {0.9, 0.9, 0.0}});
    assertThat(made.values()[0]).isEqualTo(-40_000);
    assertThat(made.values()[1]).isBetween(-16_000L, 0L);
    assertThat(made.values()[2]).isEqualTo(TemporalColumn.MISSING);
  }
}
