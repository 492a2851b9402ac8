package dev.likeness.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoosterTest {

  private static final RunContext ONE = RunContext.quiet().withThreads(1);

  private static double loss(BoostedTrees trees, CodeMatrix matrix, Sample sample) {
    double[] scores = trees.scores(matrix, sample.rows());
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      loss += trees.objective().loss(scores[i], sample.targets()[i]) / scores.length;
    }
    return loss;
  }

  @ParameterizedTest
  @CsvSource({
    "LOGISTIC,1,5,20",
    "LOGISTIC,2,8,5",
    "LOGISTIC,13,31,4",
    "LOGISTIC,4,2,1",
    "SQUARED_ERROR,5,5,20",
    "SQUARED_ERROR,6,16,4",
    "SQUARED_ERROR,7,64,1"
  })
  void growsTheTreesOfAnExhaustiveSearch(Objective objective, long seed, int leaves, int least) {
    Cases cases = Cases.of(400, 4, seed);
    Settings settings =
        Settings.of(objective)
            .withSize(3, leaves)
            .withMinLeafRows(least)
            .withCategories(new Settings.Categories(2, 1, 1, 32, 4));
    double[] target = objective == Objective.LOGISTIC ? cases.binary : cases.number;
    BoostedTrees trees =
        new Booster(cases.matrix).fit(Sample.of(cases.rows(), target), settings, ONE);
    double[] expected = new SlowTrees(cases.matrix, settings, target).scores();
    double[] found = trees.scores(cases.matrix, cases.rows());
    for (int row = 0; row < expected.length; row++) {
      assertThat(found[row]).isCloseTo(expected[row], Offset.offset(2e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(Objective.class)
  void neverLosesOnTheRowsThatItLearns(Objective objective) {
    Cases cases = Cases.of(3000, 6, 9);
    Sample sample = objective == Objective.LOGISTIC ? cases.binary() : cases.number();
    BoostedTrees trees =
        new Booster(cases.matrix).fit(sample, Settings.of(objective).withSize(60, 15), ONE);
    double before = loss(trees.truncated(0), cases.matrix, sample);
    for (int round = 1; round <= trees.size(); round++) {
      double after = loss(trees.truncated(round), cases.matrix, sample);
      assertThat(after).isLessThanOrEqualTo(before);
      before = after;
    }
    assertThat(before).isLessThan(0.8 * loss(trees.truncated(0), cases.matrix, sample));
  }

  @Test
  void givesTheSameTreesForAnyNumberOfThreads() {
    Cases cases = Cases.of(50_000, 9, 3);
    Settings settings = Settings.of(Objective.LOGISTIC).withSize(8, 31);
    Map<String, Object> one =
        new Booster(cases.matrix).fit(cases.binary(), settings, ONE).tensors();
    for (int threads : new int[] {2, 3, 4}) {
      Map<String, Object> many =
          new Booster(cases.matrix)
              .fit(cases.binary(), settings, ONE.withThreads(threads))
              .tensors();
      one.forEach((name, tensor) -> assertThat(many.get(name)).isEqualTo(tensor));
    }
  }

  @Test
  void givesTheSameTreesInUsedMemory() {
    Cases cases = Cases.of(2000, 10, 4);
    Settings settings = Settings.of(Objective.LOGISTIC).withSize(10, 31);
    Booster used = new Booster(cases.matrix);
    used.fit(cases.number(), Settings.of(Objective.SQUARED_ERROR).withSize(20, 64), ONE);
    Sample few = new Sample(cases.rows(), 100, 900, Arrays.copyOfRange(cases.binary, 100, 900));
    Booster.Fit again = used.fit(few, Sample.none(), 3, 0, settings, ONE);
    Booster.Fit fresh = new Booster(cases.matrix).fit(few, Sample.none(), 3, 0, settings, ONE);
    fresh
        .trees()
        .tensors()
        .forEach((name, tensor) -> assertThat(again.trees().tensors().get(name)).isEqualTo(tensor));
  }

  @Test
  void asksLeadingFeaturesOnly() {
    Cases cases = Cases.of(1000, 4, 6);
    Settings settings = Settings.of(Objective.LOGISTIC).withSize(20, 15);
    Booster booster = new Booster(cases.matrix);
    BoostedTrees trees = booster.fit(cases.binary(), Sample.none(), 2, 0, settings, ONE).trees();
    byte[][] changed = new byte[4][1000];
    changed[0] = column(cases, 0);
    changed[1] = column(cases, 1);
    CodeMatrix other = CodeMatrix.of(cases.matrix.features(), changed);
    assertThat(trees.scores(other, cases.rows()))
        .isEqualTo(trees.scores(cases.matrix, cases.rows()));
    BoostedTrees none = booster.fit(cases.binary(), Sample.none(), 0, 0, settings, ONE).trees();
    assertThat(none.size()).isZero();
    double share = Arrays.stream(cases.binary).average().orElseThrow();
    assertThat(none.predict(cases.matrix, new int[] {7})[0]).isCloseTo(share, Offset.offset(1e-7));
  }

  private static byte[] column(Cases cases, int feature) {
    byte[] codes = new byte[cases.matrix.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (byte) cases.matrix.code(feature, row);
    }
    return codes;
  }

  @Test
  void watchesRowsThatItDoesNotLearn() {
    Cases cases = Cases.of(2000, 4, 8);
    int[] rows = cases.rows();
    Sample learnt = new Sample(rows, 0, 500, cases.binary);
    Sample watched = new Sample(rows, 500, 2000, Arrays.copyOfRange(cases.binary, 500, 2000));
    Settings settings =
        Settings.of(Objective.LOGISTIC).withSize(400, 31).withMinLeafRows(2).withLearningRate(0.3);
    Booster.Fit fit = new Booster(cases.matrix).fit(learnt, watched, 4, 10, settings, ONE);
    double[] losses = fit.watchedLoss();
    assertThat(losses).hasSize(fit.trees().size() + 1);
    int best =
        IntStream.range(0, losses.length)
            .reduce((a, b) -> losses[b] < losses[a] ? b : a)
            .orElseThrow();
    assertThat(best).isBetween(1, 100);
    assertThat(fit.trees().size()).isEqualTo(best + 10);
    Sample plain = Sample.of(Arrays.copyOfRange(rows, 500, 2000), watched.targets());
    for (int round : new int[] {0, 1, best, best + 10}) {
      assertThat(losses[round])
          .isCloseTo(loss(fit.trees().truncated(round), cases.matrix, plain), Offset.offset(1e-9));
    }
  }

  @Test
  void makesNoGarbageForATreeOnceItIsWarm() {
    Cases cases = Cases.of(5000, 6, 2);
    Settings settings = Settings.of(Objective.LOGISTIC).withSize(100, 31).withMinLeafRows(5);
    Booster booster = new Booster(cases.matrix);
    Sample sample = cases.binary();
    BoostedTrees trees = booster.fit(sample, settings, ONE);
    assertThat(trees.size()).isEqualTo(100);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    booster.fit(sample, settings, ONE);
    long after = threads.getCurrentThreadAllocatedBytes();
    // The result, and nothing that grows with the rows: 5,000 of them take 40,000 bytes an array.
    assertThat(after - before).isLessThan(20L * trees.nodes() + 20_000);
  }

  @Test
  void stopsWhenAsked() {
    Cases cases = Cases.of(2000, 4, 2);
    AtomicInteger asked = new AtomicInteger();
    RunContext run = ONE.withCancellation(() -> asked.incrementAndGet() > 5);
    Settings settings = Settings.of(Objective.LOGISTIC);
    Booster booster = new Booster(cases.matrix);
    assertThatThrownBy(() -> booster.fit(cases.binary(), settings, run))
        .isInstanceOf(CancelledException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 39})
  void predictsTheMeanOfTooFewRows(int rows) {
    Cases cases = Cases.of(50, 4, 2);
    Sample sample = new Sample(cases.rows(), 0, rows, cases.binary);
    Settings settings = Settings.of(Objective.LOGISTIC);
    BoostedTrees trees =
        new Booster(cases.matrix).fit(sample, Sample.none(), 4, 0, settings, ONE).trees();
    assertThat(trees.size()).isZero();
    assertThat(Arrays.stream(trees.predict(cases.matrix, cases.rows())))
        .allMatch(p -> p >= 0 && p <= 1);
  }

  @Test
  void learnsATargetOfOneValue() {
    Cases cases = Cases.of(500, 4, 2);
    double[] ones = new double[500];
    Arrays.fill(ones, 1);
    Settings settings = Settings.of(Objective.LOGISTIC);
    BoostedTrees trees =
        new Booster(cases.matrix).fit(Sample.of(cases.rows(), ones), settings, ONE);
    assertThat(Arrays.stream(trees.predict(cases.matrix, cases.rows())))
        .allMatch(p -> p > 0.999999);
  }

  @Test
  void isRestoredFromItsTensors() {
    Cases cases = Cases.of(2000, 6, 1);
    BoostedTrees trees =
        new Booster(cases.matrix).fit(cases.binary(), Settings.of(Objective.LOGISTIC), ONE);
    BoostedTrees restored = BoostedTrees.of(trees.objective(), trees.features(), trees.tensors());
    assertThat(restored.predict(cases.matrix, cases.rows()))
        .isEqualTo(trees.predict(cases.matrix, cases.rows()));
  }

  /** Whatever arrays say: refused, or harmless. */
  @Test
  void refusesForgedTensorsOrUsesThemWithoutHarm() {
    Cases cases = Cases.of(500, 6, 1);
    BoostedTrees trees =
        new Booster(cases.matrix)
            .fit(cases.binary(), Settings.of(Objective.LOGISTIC).withSize(5, 8), ONE);
    CounterRandom random = CounterRandom.of(1);
    int refused = 0;
    for (int trial = 0; trial < 500; trial++) {
      Map<String, Object> forged = new HashMap<>(trees.tensors());
      String name = List.copyOf(forged.keySet()).get((int) random.below(forged.size(), trial, 0));
      forged.put(name, forge(forged.get(name), random, trial));
      try {
        BoostedTrees.of(trees.objective(), trees.features(), forged)
            .predict(cases.matrix, cases.rows());
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(150, 499);
  }

  private static Object forge(Object tensor, CounterRandom random, int trial) {
    int wild = (int) random.bits(trial, 1);
    int length = java.lang.reflect.Array.getLength(tensor);
    int at = (int) random.below(Math.max(1, length), trial, 2);
    return switch (tensor) {
      case int[] v when trial % 3 > 0 -> {
        int[] changed = v.clone();
        changed[at] = trial % 2 == 0 ? wild : changed[at] ^ 1 << (wild & 31);
        yield changed;
      }
      case byte[] v when trial % 3 > 0 -> {
        byte[] changed = v.clone();
        changed[at] = (byte) wild;
        yield changed;
      }
      case float[] v when trial % 3 > 0 -> {
        float[] changed = v.clone();
        changed[at] = Float.NaN;
        yield changed;
      }
      case int[] v -> Arrays.copyOf(v, at);
      case byte[] v -> Arrays.copyOf(v, v.length + 1);
      case float[] v -> Arrays.copyOf(v, at);
      case long[] v -> Arrays.copyOf(v, v.length + 4);
      default -> new double[] {Double.NaN};
    };
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> Feature.ordered(257))
        .hasMessage("cardinality = 257, expected in [1, 256]");
    assertThatThrownBy(() -> Settings.of(Objective.LOGISTIC).withSize(10, 65))
        .hasMessage("leaves = 65.0, expected in [2, 64]");
    assertThatThrownBy(() -> CodeMatrix.of(List.of(Feature.ordered(2)), new byte[][] {{0, 1, 2}}))
        .hasMessageContaining("expected < 2");
    assertThatThrownBy(() -> new Sample(new int[3], 2, 1, new double[3]))
        .hasMessageContaining("rows = [2, 1)");
    assertThatThrownBy(() -> Packing.of(2_000_000)).hasMessageContaining("rows = 2000000");
  }
}
