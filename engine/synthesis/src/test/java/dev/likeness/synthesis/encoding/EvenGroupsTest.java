package dev.likeness.synthesis.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvenGroupsTest {

  @Test
  void keepsLargeGroupsWhereValuesAreSpreadEvenly() {
    double[] even = IntStream.range(0, 800).mapToDouble(i -> i).toArray();
    int[] starts = EvenGroups.starts(even, 0);
    assertThat(starts).containsExactly(0, 80, 160, 240, 320, 400, 480, 560, 640, 720, 800);
  }

  @Test
  void fewGroupsOfAUniformSampleAreParted() {
    double[] sample = uniform(36_000, 1);
    int groups = EvenGroups.starts(sample, 0).length - 1;
    assertThat(groups).isBetween(451, 465);
  }

  @Test
  void partsASpikeDownToFiveValues() {
    double[] far = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
    double[] near = IntStream.range(0, 40).mapToDouble(i -> 39 + 1e-6 * i).toArray();
    double[] spike = DoubleStream.concat(Arrays.stream(far), Arrays.stream(near)).toArray();
    int[] starts = EvenGroups.starts(spike, 0);
    assertThat(starts).containsExactly(0, 40, 80);
    double[] tail = IntStream.range(0, 80).mapToDouble(i -> Math.pow(10, i)).toArray();
    assertThat(EvenGroups.starts(tail, 0)).contains(5, 75).hasSize(17);
  }

  @Test
  void takesRoundedValuesAsSpreadOverWhatTheyWereRoundedFrom() {
    double[] rounded = IntStream.range(0, 80).mapToDouble(i -> i / 16).toArray();
    assertThat(EvenGroups.starts(rounded, 0.5)).containsExactly(0, 80);
    assertThat(EvenGroups.starts(rounded, 0)).hasSizeGreaterThan(2);
  }

  @Test
  void equalValuesAreOneGroup() {
    double[] equal = new double[64];
    assertThat(EvenGroups.starts(equal, 0)).containsExactly(0, 64);
    assertThat(EvenGroups.starts(equal, 0.5)).containsExactly(0, 64);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 9, 10, 79, 80, 161, 4_999, 12_345, 79_999, 200_003})
  void groupsHaveFiveValuesAndAreAtMost999(int size) {
    double[] skewed = Arrays.stream(uniform(size, 2)).map(u -> Math.exp(30 * u * u)).toArray();
    int[] starts = EvenGroups.starts(skewed, 0);
    assertThat(starts).startsWith(0).endsWith(size).hasSizeLessThanOrEqualTo(1000);
    for (int g = 1; g < starts.length; g++) {
      assertThat(starts[g] - starts[g - 1]).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void endlessWidthsDoNoHarm() {
    double[] wide = {-Double.MAX_VALUE, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, Double.MAX_VALUE};
    int[] starts = EvenGroups.starts(wide, 0);
    assertThat(starts).startsWith(0).endsWith(12);
  }

  private static double[] uniform(int size, long seed) {
    CounterRandom random = CounterRandom.of(seed);
    return IntStream.range(0, size).mapToDouble(i -> random.uniform(i, 0)).sorted().toArray();
  }
}
