package dev.likeness.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitSpecTest {

  @ParameterizedTest
  @CsvSource({"9,0", "10,0.333333333", "200,0.333333333", "400,0.25", "500,0.2", "1000000,0.2"})
  void holdsOutAFifthButEnoughRowsOfSmallTables(long rows, double share) {
    assertThat(SplitSpec.of(1, rows).share()).isEqualTo(share, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 42, -1, Long.MAX_VALUE})
  void partsTrainingAndControlRows(long seed) {
    SplitSpec split = SplitSpec.of(seed, 10_000);
    int[] training = split.trainingRows(10_000);
    int[] control = split.controlRows(10_000);
    assertThat(IntStream.concat(IntStream.of(training), IntStream.of(control)).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 10_000).boxed().toList());
    assertThat(control.length).isBetween(1850, 2150);
  }

  @Test
  void dependsOnTheRowNumberAlone() {
    SplitSpec split = SplitSpec.of(42, 1000);
    assertThat(split.controlRows(500))
        .containsExactly(IntStream.of(split.controlRows(1000)).filter(row -> row < 500).toArray());
  }

  @Test
  void differsBySeed() {
    assertThat(SplitSpec.of(1, 1000).controlRows(1000))
        .isNotEqualTo(SplitSpec.of(2, 1000).controlRows(1000));
  }

  @Test
  void holdsOutNothingWhenThereIsNoSplit() {
    assertThat(SplitSpec.none().controlRows(1000)).isEmpty();
    assertThat(SplitSpec.of(1, 9).controlRows(9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void refusesSharesOutOfRange(double share) {
    assertThatThrownBy(() -> new SplitSpec(1, share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected in [0, 1)");
  }
}
