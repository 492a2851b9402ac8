package dev.likeness.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WardClusteringTest {

  private static final CounterRandom RANDOM = CounterRandom.of(8);
  private static final int ROWS = 6000;

  private static int below(int bound, int row, int stream) {
    return (int) RANDOM.below(bound, row, stream);
  }

  /** Rows with a class and two features that know something about it. */
  private record Rows(int[] classes, CodeMatrix matrix, int number) {

    static Rows of(int number, int codes) {
      int[] classes = new int[ROWS];
      byte[][] columns = new byte[2][ROWS];
      for (int row = 0; row < ROWS; row++) {
        double u = RANDOM.uniform(row, 0);
        classes[row] = (int) (number * u * u);
        int told = below(4, row, 1) == 0 ? below(number, row, 2) : classes[row];
        columns[0][row] = (byte) (told * 7 % codes);
        columns[1][row] = (byte) ((below(codes, row, 3) + told % 20) / 2);
      }
      List<Feature> features = List.of(Feature.categorical(codes), Feature.ordered(codes + 20));
      return new Rows(classes, CodeMatrix.of(features, columns), number);
    }

    int[] sorted() {
      return IntStream.range(0, ROWS)
          .boxed()
          .sorted((a, b) -> Integer.compare(classes[a], classes[b]))
          .mapToInt(row -> row)
          .toArray();
    }

    int[] starts() {
      int[] starts = new int[number + 1];
      for (int c : classes) {
        starts[c + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      return starts;
    }

    Hierarchy hierarchy() {
      return WardClustering.of(matrix, 2, sorted(), starts());
    }

    /** Σ n (p − q)² / q within a cluster, from its rows: what Ward's method keeps small. */
    double spread(Set<Integer> cluster) {
      double spread = 0;
      for (int feature = 0; feature < 2; feature++) {
        int codes = matrix.features().get(feature).cardinality();
        double[] all = new double[codes];
        double[][] own = new double[number][codes];
        double[] sizes = new double[number];
        for (int row = 0; row < ROWS; row++) {
          all[matrix.code(feature, row)] += 1.0 / ROWS;
          own[classes[row]][matrix.code(feature, row)]++;
          sizes[classes[row]]++;
        }
        for (int code = 0; code < codes; code++) {
          double shared = 0;
          double size = 0;
          for (int c : cluster) {
            shared += own[c][code];
            size += sizes[c];
          }
          for (int c : cluster) {
            double off = own[c][code] / Math.max(1, sizes[c]) - shared / Math.max(1, size);
            spread += all[code] == 0 ? 0 : sizes[c] * off * off / all[code];
          }
        }
      }
      return spread;
    }

    /** Always merges the two clusters whose merger adds least to the spread. */
    Set<Set<Integer>> oracle() {
      List<Set<Integer>> clusters = new ArrayList<>();
      IntStream.range(0, number).forEach(c -> clusters.add(Set.of(c)));
      Map<Set<Integer>, List<Set<Integer>>> mergers = new HashMap<>();
      while (clusters.size() > 1) {
        List<Set<Integer>> nearest = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (Set<Integer> a : clusters) {
          for (Set<Integer> b : clusters) {
            double loss = a.equals(b) ? least : spread(union(a, b)) - spread(a) - spread(b);
            if (loss < least) {
              least = loss;
              nearest = List.of(a, b);
            }
          }
        }
        clusters.removeAll(nearest);
        Set<Integer> merger = union(nearest.get(0), nearest.get(1));
        clusters.add(merger);
        mergers.put(merger, nearest);
      }
      Set<Set<Integer>> found = new HashSet<>();
      part(clusters.get(0), Set.of(), mergers, found);
      return found;
    }

    /** Takes classes with half of the rows out of a cluster, then parts it as it was merged. */
    private void part(
        Set<Integer> cluster,
        Set<Integer> out,
        Map<Set<Integer>, List<Set<Integer>>> mergers,
        Set<Set<Integer>> found) {
      Set<Integer> open = new TreeSet<>(cluster);
      open.removeAll(out);
      if (open.size() < 2) {
        return;
      }
      boolean isParted = mergers.get(cluster).stream().noneMatch(out::containsAll);
      for (int c : open) {
        if (2 * rows(Set.of(c)) >= rows(open)) {
          found.add(open);
          part(cluster, union(out, Set.of(c)), mergers, found);
          return;
        }
      }
      if (isParted) {
        found.add(open);
      }
      mergers.get(cluster).forEach(below -> part(below, out, mergers, found));
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
      Set<Integer> both = new TreeSet<>(a);
      both.addAll(b);
      return both;
    }

    private long rows(Set<Integer> cluster) {
      return Arrays.stream(classes).filter(cluster::contains).count();
    }
  }

  /** The classes below each node. */
  private static Set<Set<Integer>> clusters(Hierarchy hierarchy) {
    int[] order = hierarchy.order();
    Set<Set<Integer>> clusters = new HashSet<>();
    for (int node = 0; node < hierarchy.nodes(); node++) {
      Set<Integer> classes = new TreeSet<>();
      for (int place = hierarchy.low(node); place < hierarchy.high(node); place++) {
        classes.add(order[place]);
      }
      clusters.add(classes);
    }
    return clusters;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9, 14})
  void findsTheTreeThatAlwaysMergingTheNearestTwoFindsButForLargeClasses(int number) {
    Rows rows = Rows.of(number, 5);
    assertThat(clusters(rows.hierarchy())).isEqualTo(rows.oracle());
  }

  @Test
  void asksFirstWhatFeaturesKnow() {
    int[] classes = new int[ROWS];
    byte[] codes = new byte[ROWS];
    for (int row = 0; row < ROWS; row++) {
      classes[row] = below(8, row, 9);
      boolean lies = below(10, row, 10) == 0;
      codes[row] = (byte) (lies ? below(2, row, 11) : classes[row] % 2);
    }
    CodeMatrix matrix = CodeMatrix.of(List.of(Feature.categorical(2)), new byte[][] {codes});
    Rows rows = new Rows(classes, matrix, 8);
    Hierarchy hierarchy = WardClustering.of(matrix, 1, rows.sorted(), rows.starts());
    Set<Integer> one = new HashSet<>();
    for (int place = hierarchy.low(0); place < hierarchy.cut(0); place++) {
      one.add(hierarchy.order()[place] % 2);
    }
    assertThat(hierarchy.cut(0)).isEqualTo(4);
    assertThat(one).hasSize(1);
  }

  @Test
  void partsRareClassesOfAVeryLargeNumberByTheirMass() {
    Rows rows = Rows.of(700, 5);
    Hierarchy hierarchy = rows.hierarchy();
    assertThat(hierarchy.nodes()).isEqualTo(699);
    assertThat(Arrays.stream(hierarchy.order()).sorted().toArray())
        .isEqualTo(IntStream.range(0, 700).toArray());
    long others =
        clusters(hierarchy).stream().filter(cluster -> cluster.size() == 700 - 255).count();
    assertThat(others).isEqualTo(1);
  }

  @Test
  void manyCodesCountInGroups() {
    int[] classes = new int[ROWS];
    byte[] codes = new byte[ROWS];
    for (int row = 0; row < ROWS; row++) {
      classes[row] = below(6, row, 20);
      codes[row] = (byte) ((classes[row] % 3) * 60 + below(60, row, 21));
    }
    CodeMatrix matrix = CodeMatrix.of(List.of(Feature.ordered(180)), new byte[][] {codes});
    Rows rows = new Rows(classes, matrix, 6);
    Hierarchy hierarchy = WardClustering.of(matrix, 1, rows.sorted(), rows.starts());
    assertThat(clusters(hierarchy)).contains(Set.of(0, 3), Set.of(1, 4), Set.of(2, 5));
  }

  @Test
  void classesWithoutRowsFindAPlace() {
    int[] starts = {0, 0, ROWS / 2, ROWS / 2, ROWS};
    Rows rows = Rows.of(3, 5);
    int[] all = IntStream.range(0, ROWS).toArray();
    Hierarchy hierarchy = WardClustering.of(rows.matrix(), 2, all, starts);
    assertThat(hierarchy.classes()).isEqualTo(4);
    assertThat(hierarchy.cut(0) - hierarchy.low(0)).isBetween(1, 3);
  }
}
