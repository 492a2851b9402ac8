package dev.likeness.evaluator.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.Cancellation;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSampleTest {

  private static final int ROWS = 200_000;
  private static final CounterRandom RANDOM = CounterRandom.of(1).derive("test");

  /** A table whose cells tell the number of their row. */
  private static final Table NUMBERED =
      new Table(
          Schema.of(Field.numeric("row", 0), Field.nominal("parity")),
          List.of(
              new NumericColumn(IntStream.range(0, ROWS).asDoubleStream().toArray()),
              new CategoricalColumn(
                  IntStream.range(0, ROWS).map(row -> row % 2).toArray(), List.of("even", "odd"))));

  private static final RowSample SAMPLE = RowSample.of(NUMBERED, Cancellation.NEVER);

  @Test
  void takesAllThatQualifyWhenTheyAreFewEnough() {
    Table taken = SAMPLE.take(row -> row % 1000 == 3, 200, RANDOM);
    assertThat(numbers(taken))
        .isEqualTo(IntStream.range(0, 200).mapToDouble(i -> i * 1000 + 3).toArray());
    assertThat(((CategoricalColumn) taken.column(1)).codes()).containsOnly(1);
  }

  @Test
  void takesAboutAsManyAsItMayAndNeverMore() {
    Table taken = SAMPLE.take(row -> true, 5_000, RANDOM);
    assertThat(taken.rows()).isBetween(4_800, 5_000);
    assertThat(numbers(taken)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void takesFromTheWholeTable() {
    double[] taken = numbers(SAMPLE.take(row -> true, 5_000, RANDOM));
    assertThat(Arrays.stream(taken).average().orElseThrow()).isBetween(ROWS * 0.48, ROWS * 0.52);
    assertThat(taken[taken.length - 1]).isGreaterThan(ROWS * 0.98);
  }

  @Test
  void takesTheSameRowsForTheSameSeedAndOthersForAnother() {
    double[] taken = numbers(SAMPLE.take(row -> true, 1_000, RANDOM));
    assertThat(numbers(SAMPLE.take(row -> true, 1_000, RANDOM))).isEqualTo(taken);
    assertThat(numbers(SAMPLE.take(row -> true, 1_000, CounterRandom.of(2)))).isNotEqualTo(taken);
  }

  @Test
  void givesAnEmptyTableWhenNoRowQualifies() {
    Table taken = SAMPLE.take(row -> false, 10, RANDOM);
    assertThat(taken.rows()).isZero();
    assertThat(taken.schema()).isEqualTo(NUMBERED.schema());
  }

  private static double[] numbers(Table table) {
    return ((NumericColumn) table.column(0)).values();
  }
}
