package dev.likeness.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterRandomTest {

  private static final int DRAWS = 200_000;
  private static final CounterRandom RANDOM = CounterRandom.of(42);

  /** Made once by a Python program of a dozen lines from the formula, with its own big integers. */
  @Test
  void givesTheReferenceNumbers() {
    assertThat(RANDOM.bits(0, 0)).isEqualTo(0x0e18dc98a5611e04L);
    assertThat(RANDOM.bits(5_000_000_000L, 3)).isEqualTo(0x4a83515d30bf1047L);
    assertThat(RANDOM.derive("sample").bits(0, 0)).isEqualTo(0x6ff07c2da909862fL);
    assertThat(RANDOM.derive(7).bits(0, 0)).isEqualTo(0xa0321dafdc9b7583L);
  }

  @Test
  void staysInsideTheOpenUnitInterval() {
    for (int i = 0; i < DRAWS; i++) {
      assertThat(RANDOM.uniform(i, 0)).isGreaterThan(0).isLessThan(1);
    }
    // The ends of what the formula can give.
    assertThat((0 + 0.5) * 0x1p-52).isGreaterThan(0);
    assertThat(((1L << 52) - 1 + 0.5) * 0x1p-52).isLessThan(1);
  }

  @Test
  void isUniform() {
    assertUniform(i -> RANDOM.uniform(i, 0));
    assertUniform(i -> RANDOM.uniform(0, i));
    assertUniform(i -> CounterRandom.of(i).uniform(0, 0));
    assertUniform(i -> RANDOM.derive(i).uniform(0, 0));
    assertUniform(i -> RANDOM.derive("column " + i).uniform(0, 0));
    assertUniform(i -> RANDOM.uniform((long) i << 32, 0));
  }

  /** χ² over 1,000 cells has mean 999 and deviation 44.7: six deviations. */
  private static void assertUniform(IntToDoubleFunction draw) {
    int[] cells = new int[1000];
    for (int i = 0; i < DRAWS; i++) {
      cells[(int) (draw.applyAsDouble(i) * cells.length)]++;
    }
    double expected = (double) DRAWS / cells.length;
    double chi = 0;
    for (int cell : cells) {
      chi += (cell - expected) * (cell - expected) / expected;
    }
    assertThat(chi).isBetween(730.0, 1270.0);
  }

  @Test
  void neighboursHaveNothingToDoWithEachOther() {
    CounterRandom next = CounterRandom.of(43);
    assertUncorrelated(i -> RANDOM.uniform(i, 0), i -> RANDOM.uniform(i + 1, 0));
    assertUncorrelated(i -> RANDOM.uniform(i, 0), i -> RANDOM.uniform(i, 1));
    assertUncorrelated(i -> RANDOM.uniform(i, 0), i -> RANDOM.uniform(i + 1, 1));
    assertUncorrelated(i -> RANDOM.uniform(i, 1), i -> RANDOM.uniform(i + 1, 0));
    assertUncorrelated(i -> RANDOM.uniform(i, 0), i -> next.uniform(i, 0));
    assertUncorrelated(i -> RANDOM.derive(1).uniform(i, 0), i -> RANDOM.derive(2).uniform(i, 0));
    assertUncorrelated(
        i -> RANDOM.derive("a").uniform(i, 0), i -> RANDOM.derive("b").uniform(i, 0));
    assertUncorrelated(i -> RANDOM.uniform(i, 0), i -> RANDOM.derive(0).uniform(i, 0));
    assertUncorrelated(i -> RANDOM.uniform(0, i), i -> RANDOM.uniform(0, i + 1));
  }

  /** The correlation of n independent pairs has deviation 1/√n = 0.0022: five deviations. */
  private static void assertUncorrelated(IntToDoubleFunction a, IntToDoubleFunction b) {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += (a.applyAsDouble(i) - 0.5) * (b.applyAsDouble(i) - 0.5) * 12;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
  }

  @Test
  void everyBitIsBalanced() {
    int[] ones = new int[64];
    for (int i = 0; i < DRAWS; i++) {
      long bits = RANDOM.bits(i, 3);
      for (int b = 0; b < 64; b++) {
        ones[b] += (int) (bits >>> b & 1);
      }
    }
    for (int count : ones) {
      assertThat((double) count / DRAWS).isCloseTo(0.5, within(2.5 / Math.sqrt(DRAWS)));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "10", "1000"})
  void integersStayBelowTheirBoundAndReachIt(long bound) {
    long largest = 0;
    long smallest = bound;
    for (int i = 0; i < DRAWS; i++) {
      long value = RANDOM.below(bound, i, 0);
      largest = Math.max(largest, value);
      smallest = Math.min(smallest, value);
    }
    assertThat(smallest).isZero();
    assertThat(largest).isEqualTo(bound - 1);
  }

  @Test
  void rejectsAnEmptyRange() {
    assertThatThrownBy(() -> RANDOM.below(0, 0, 0)).hasMessage("bound = 0, expected > 0");
  }
}
