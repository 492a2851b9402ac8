package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.stats.MomentSums;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts of parts merge into those of the whole: bit by bit where they are exact, and the sketch of
 * different texts to the very sketch that one pass makes. Ten million rows with {@code
 * -Dlong=true}, else half a million.
 */
class MergingTest {

  private static final int ROWS = Boolean.getBoolean("long") ? 10_000_000 : 500_000;
  private static final int KEPT = 1 << 14;
  private static final CounterRandom RANDOM = CounterRandom.of(12);

  /** Numbers of very different sizes far from zero: what drifts, drifts here. */
  private static double number(long row) {
    double wild = (RANDOM.uniform(row, 0) - 0.5) * StrictMath.pow(10, RANDOM.below(12, row, 1));
    return 1e9 + wild;
  }

  private static long text(long row) {
    String text = "t" + RANDOM.below(ROWS / 2, row, 2);
    return CellCounts.hash(text, 0, text.length());
  }

  private static void each(int part, int parts, LongConsumer row) {
    for (long i = (long) ROWS * part / parts; i < (long) ROWS * (part + 1) / parts; i++) {
      row.accept(i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 64})
  void momentsOfPartsAreThoseOfOnePass(int parts) {
    MomentSums whole = MomentSums.around(1e9);
    each(0, 1, row -> whole.add(number(row), 1));
    MomentSums merged = MomentSums.around(1e9);
    for (int part = parts - 1; part >= 0; part--) {
      MomentSums some = MomentSums.around(1e9);
      each(part, parts, row -> some.add(number(row), 1));
      merged.merge(some);
    }
    assertThat(merged.count()).isEqualTo(ROWS);
    assertThat(merged.min()).isEqualTo(whole.min());
    assertThat(merged.max()).isEqualTo(whole.max());
    assertThat(merged.mean()).isEqualTo(whole.mean());
    assertThat(merged.sd()).isEqualTo(whole.sd());
    assertThat(merged.skewness()).isEqualTo(whole.skewness());
    assertThat(merged.kurtosis()).isEqualTo(whole.kurtosis());
  }

  /** Against sums of unlimited precision: the last bit is right, however many rows there are. */
  @Test
  void theMeanDoesNotDrift() {
    MomentSums sums = MomentSums.around(1e9);
    BigDecimal[] exact = {BigDecimal.ZERO};
    each(
        0,
        1,
        row -> {
          double value = number(row);
          sums.add(value, 1);
          exact[0] = exact[0].add(new BigDecimal(value - 1e9));
        });
    double mean =
        exact[0].divide(BigDecimal.valueOf(ROWS), MathContext.DECIMAL128).doubleValue() + 1e9;
    assertThat(sums.mean().orElseThrow()).isCloseTo(mean, within(Math.ulp(mean)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 64})
  void sketchesOfPartsMergeToTheSketchOfOnePass(int parts) {
    CellCounts whole = new CellCounts(KEPT);
    each(0, 1, row -> whole.add(text(row)));
    CellCounts merged = new CellCounts(KEPT);
    for (int part = parts - 1; part >= 0; part--) {
      CellCounts some = new CellCounts(KEPT);
      each(part, parts, row -> some.add(text(row)));
      merged.merge(some);
    }
    assertThat(merged.isEstimate()).isTrue();
    assertThat(merged.distinct()).isEqualTo(whole.distinct());
    assertThat(merged.singles()).isEqualTo(whole.singles());
  }

  /**
   * Of n/2 texts drawn n times a share of 1 − e⁻² is seen, and 2e⁻² once. The sketch keeps at least
   * 8,192 texts, so its error is below 5/√8192 = 5.5% but once in a million.
   */
  @Test
  void sketchesStayWithinTheirBounds() {
    CellCounts counts = new CellCounts(KEPT);
    each(0, 1, row -> counts.add(text(row)));
    double seen = ROWS / 2.0 * (1 - StrictMath.exp(-2));
    double once = ROWS / 2.0 * 2 * StrictMath.exp(-2);
    assertThat((double) counts.distinct()).isCloseTo(seen, within(0.055 * seen));
    assertThat((double) counts.singles()).isCloseTo(once, within(0.12 * once));
    assertThatThrownBy(() -> counts.merge(new CellCounts(8)))
        .hasMessageContaining("expected " + KEPT);
  }
}
