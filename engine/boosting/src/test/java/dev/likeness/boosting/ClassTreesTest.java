package dev.likeness.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassTreesTest {

  private static final CounterRandom RANDOM = CounterRandom.of(4);
  private static final Cases CASES = Cases.of(4000, 4, 11);

  /** Five classes that the target number falls into. */
  private static int[] classes() {
    double[] sorted = CASES.number.clone();
    Arrays.sort(sorted);
    return Arrays.stream(CASES.number)
        .mapToInt(v -> Math.min(4, Math.abs(Arrays.binarySearch(sorted, v)) * 5 / sorted.length))
        .toArray();
  }

  private static ClassTrees fitted() {
    int[] classes = classes();
    Hierarchy hierarchy = Hierarchy.of(new int[] {3, 0, 4, 1, 2}, new int[] {2, 1, 3, 4});
    Booster booster = new Booster(CASES.matrix);
    List<BoostedTrees> nodes = new ArrayList<>();
    for (int node = 0; node < hierarchy.nodes(); node++) {
      int low = hierarchy.low(node);
      int cut = hierarchy.cut(node);
      int high = hierarchy.high(node);
      int[] rows =
          IntStream.range(0, classes.length)
              .filter(r -> hierarchy.place(classes[r]) >= low)
              .filter(r -> hierarchy.place(classes[r]) < high)
              .toArray();
      double[] targets =
          Arrays.stream(rows)
              .mapToDouble(r -> hierarchy.place(classes[r]) >= cut ? 1 : 0)
              .toArray();
      nodes.add(
          booster.fit(
              Sample.of(rows, targets),
              Settings.of(Objective.LOGISTIC).withSize(30, 15),
              RunContext.quiet()));
    }
    return ClassTrees.of(hierarchy, nodes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100, 255})
  void partsClassesWhereTheMassHalves(int classes) {
    double[] masses = new double[classes];
    Arrays.setAll(masses, i -> RANDOM.below(100, i, classes));
    Hierarchy hierarchy = Hierarchy.of(masses);
    assertThat(hierarchy.nodes()).isEqualTo(classes - 1);
    for (int node = 0; node < hierarchy.nodes(); node++) {
      double left = sum(masses, hierarchy.low(node), hierarchy.cut(node));
      double right = sum(masses, hierarchy.cut(node), hierarchy.high(node));
      for (int cut = hierarchy.low(node) + 1; cut < hierarchy.high(node); cut++) {
        double other = sum(masses, hierarchy.low(node), cut);
        assertThat(Math.abs(left - right)).isLessThanOrEqualTo(Math.abs(2 * other - left - right));
      }
      assertThat(reaches(hierarchy, hierarchy.left(node), hierarchy.low(node))).isTrue();
      assertThat(reaches(hierarchy, hierarchy.right(node), hierarchy.cut(node))).isTrue();
    }
    Hierarchy restored = Hierarchy.ofCuts(hierarchy.cuts());
    for (int node = 0; node < hierarchy.nodes(); node++) {
      assertThat(restored.right(node)).isEqualTo(hierarchy.right(node));
      assertThat(restored.high(node)).isEqualTo(hierarchy.high(node));
    }
  }

  private static boolean reaches(Hierarchy hierarchy, int child, int first) {
    return child < 0 ? ~child == first : hierarchy.low(child) == first;
  }

  private static double sum(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).sum();
  }

  @Test
  void refusesAnOrderThatIsNone() {
    for (int[] order : new int[][] {{0, 0}, {1, 2}, {-1, 0}, {0}, {0, 1, 2}}) {
      assertThatThrownBy(() -> Hierarchy.of(order, new int[] {1}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesCutsThatAreNoTree() {
    for (int[] cuts : new int[][] {{0}, {2}, {1, 1}, {2, 2}, {-1, 1}, {3, 1}}) {
      assertThatThrownBy(() -> Hierarchy.ofCuts(cuts)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Hierarchy.ofCuts(new int[0]).classes()).isEqualTo(1);
  }

  @Test
  void givesProbabilitiesThatSumToOneAndKnowTheClasses() {
    ClassTrees trees = fitted();
    int[] classes = classes();
    double log = 0;
    for (int row = 0; row < 500; row++) {
      double[] p = trees.probabilities(CASES.matrix, row);
      assertThat(Arrays.stream(p).sum()).isCloseTo(1, Offset.offset(1e-12));
      log += Math.log(p[classes[row]]) / 500;
    }
    assertThat(log).isGreaterThan(0.75 * Math.log(0.2));
  }

  @Test
  void tellsTheLogOfItsProbabilities() {
    ClassTrees trees = fitted();
    int[] classes = Arrays.copyOf(classes(), 300);
    classes[7] = -1;
    double[] sums = new double[300];
    trees.addLogProbability(CASES.matrix.columns(), classes, sums, new ClassTrees.Scratch());
    for (int row = 0; row < 300; row++) {
      double p = row == 7 ? 1 : trees.probabilities(CASES.matrix, row)[classes[row]];
      assertThat(sums[row]).isCloseTo(Math.log(p), Offset.offset(1e-6));
    }
  }

  @Test
  void drawsClassesWithTheirProbabilitiesAndLeavesUniforms() {
    ClassTrees trees = fitted();
    int draws = 4000;
    byte[][] codes = new byte[4][draws];
    for (int f = 0; f < 4; f++) {
      Arrays.fill(codes[f], (byte) CASES.matrix.code(f, 17));
    }
    double[] uniforms = new double[draws];
    Arrays.setAll(uniforms, i -> RANDOM.uniform(i, 77));
    int[] drawn = new int[draws];
    trees.draw(codes, draws, uniforms, drawn, new ClassTrees.Scratch());
    double[] p = trees.probabilities(CASES.matrix, 17);
    for (int c = 0; c < 5; c++) {
      int wanted = c;
      double share = Arrays.stream(drawn).filter(d -> d == wanted).count() / (double) draws;
      assertThat(share).isCloseTo(p[c], Offset.offset(4 * Math.sqrt(p[c] * (1 - p[c]) / draws)));
    }
    assertThat(Arrays.stream(uniforms).average().orElseThrow()).isCloseTo(0.5, Offset.offset(0.02));
    assertThat(Arrays.stream(uniforms)).allMatch(u -> u >= 0 && u < 1);
  }

  /** Rows of the same features; how often classes 3 and 0, which the root parts off, shall come. */
  private static double[] shareAndMove(int draws, double wanted) {
    ClassTrees trees = fitted();
    byte[][] codes = new byte[4][draws];
    double[] uniforms = new double[draws];
    for (int i = 0; i < draws; i++) {
      uniforms[i] = RANDOM.uniform(i, 5);
      for (int f = 0; f < 4; f++) {
        codes[f][i] = (byte) CASES.matrix.code(f, i % CASES.matrix.rows());
      }
    }
    ClassTrees moved =
        trees.calibrated(
            codes,
            draws,
            uniforms,
            new int[draws],
            new double[] {wanted, 0, 0, 0},
            new ClassTrees.Scratch());
    double share = 0;
    for (int row = 0; row < CASES.matrix.rows(); row++) {
      double[] p = moved.probabilities(CASES.matrix, row);
      share += (p[4] + p[1] + p[2]) / CASES.matrix.rows();
    }
    return new double[] {share, moved.nodes().get(0).start() - trees.nodes().get(0).start()};
  }

  @Test
  void movesOddsToAWantedShareButNotForWhatChanceMayHaveMade() {
    double[] before = shareAndMove(4000, 0);
    double[] far = shareAndMove(4000, before[0] + 0.1);
    assertThat(before[1]).isZero();
    assertThat(far[0]).isCloseTo(before[0] + 0.1, Offset.offset(0.01));
    assertThat(shareAndMove(4000, before[0] + 0.002)[1]).isCloseTo(0, Offset.offset(1e-9));
    assertThat(shareAndMove(400, before[0] + 0.02)[1]).isCloseTo(0, Offset.offset(1e-9));
  }

  @Test
  void isRestoredFromItsTensors() {
    ClassTrees trees = fitted();
    ClassTrees restored = ClassTrees.of(CASES.matrix.features(), trees.tensors());
    for (int row = 0; row < 50; row++) {
      assertThat(restored.probabilities(CASES.matrix, row))
          .isEqualTo(trees.probabilities(CASES.matrix, row));
    }
  }

  @Test
  void drawsAmongWhatIsWantedAsBayesSays() {
    ClassTrees trees = fitted();
    double[] shares = {0, 1, 0.25, 0, 0.5};
    int draws = 20_000;
    byte[][] codes = repeated(17, draws);
    double[] uniforms = new double[draws];
    Arrays.setAll(uniforms, i -> RANDOM.uniform(i, 9));
    int[] drawn = new int[draws];
    double[] masses = new double[draws];

    trees.drawWanted(codes, draws, shares, uniforms, drawn, masses, new ClassTrees.Scratch());

    double[] p = trees.probabilities(CASES.matrix, 17);
    double mass = IntStream.range(0, 5).mapToDouble(c -> p[c] * shares[c]).sum();
    assertThat(masses).containsOnly(new double[] {mass}, Offset.offset(1e-6));
    for (int c = 0; c < 5; c++) {
      int wanted = c;
      double expected = p[c] * shares[c] / mass;
      double[] rest =
          IntStream.range(0, draws)
              .filter(i -> drawn[i] == wanted)
              .mapToDouble(i -> uniforms[i])
              .sorted()
              .toArray();
      assertThat((double) rest.length / draws)
          .isCloseTo(expected, Offset.offset(4 * Math.sqrt(expected * (1 - expected) / draws)));
      assertThat(farthestFromUniform(rest)).isLessThan(2 / Math.sqrt(Math.max(1, rest.length)));
    }
  }

  @Test
  void tellsWhereNothingWantedCanCome() {
    double[] masses = new double[3];
    double[] uniforms = {0.1, 0.5, 0.9};
    fitted()
        .drawWanted(
            repeated(0, 3),
            3,
            new double[5],
            uniforms,
            new int[3],
            masses,
            new ClassTrees.Scratch());
    assertThat(masses).containsOnly(0);
  }

  private static byte[][] repeated(int row, int times) {
    byte[][] columns = CASES.matrix.columns();
    byte[][] codes = new byte[columns.length][times];
    for (int i = 0; i < columns.length; i++) {
      Arrays.fill(codes[i], columns[i][row]);
    }
    return codes;
  }

  /** The statistic of Kolmogorov and Smirnov. */
  private static double farthestFromUniform(double[] sorted) {
    double farthest = 0;
    for (int i = 0; i < sorted.length; i++) {
      farthest = Math.max(farthest, Math.abs(sorted[i] - (i + 0.5) / sorted.length));
    }
    return farthest;
  }
}
