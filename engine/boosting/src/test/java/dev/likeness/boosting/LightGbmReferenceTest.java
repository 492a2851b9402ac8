package dev.likeness.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Log loss on real tables, beside LightGBM's; the resource says how that was made. */
class LightGbmReferenceTest {

  private static final Path DATA = Path.of("../../../shared/data");
  private static final int MOST_BINS = 64;

  static Stream<String> references() throws IOException {
    try (InputStream in = LightGbmReferenceTest.class.getResourceAsStream("lightgbm.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).skip(1).toList().stream();
    }
  }

  @Test
  void saysWhenTheTablesAreMissing() {
    if (!Files.isDirectory(DATA)) {
      System.out.println("SKIPPED LightGbmReferenceTest: no folder shared/data beside the project");
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void reachesTheLogLossOfLightGbm(String reference) throws IOException {
    String[] cells = reference.split(",");
    Path path = DATA.resolve(cells[1]);
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(path));
    List<String[]> lines = read(path);
    int target = List.of(lines.get(0)).indexOf(cells[2]);
    List<String[]> rows = lines.subList(1, lines.size());
    assertThat(rows).hasSize(Integer.parseInt(cells[4]));
    CodeMatrix matrix = matrix(rows, lines.get(0).length, target);
    double[] wanted =
        rows.stream().mapToDouble(row -> row[target].equals(cells[3]) ? 1 : 0).toArray();
    int[] train = IntStream.range(0, rows.size()).filter(row -> row % 5 != 0).toArray();
    int[] test = IntStream.range(0, rows.size()).filter(row -> row % 5 == 0).toArray();
    double[] targets = Arrays.stream(train).mapToDouble(row -> wanted[row]).toArray();
    BoostedTrees trees =
        new Booster(matrix)
            .fit(Sample.of(train, targets), Settings.of(Objective.LOGISTIC), RunContext.quiet());
    double ourTrain = loss(trees, matrix, train, wanted);
    double ourTest = loss(trees, matrix, test, wanted);
    assertThat(ourTest).isLessThan(1.01 * Double.parseDouble(cells[6]));
    assertThat(ourTrain)
        .isBetween(0.95 * Double.parseDouble(cells[5]), 1.01 * Double.parseDouble(cells[5]));
  }

  private static double loss(BoostedTrees trees, CodeMatrix matrix, int[] rows, double[] wanted) {
    double[] p = trees.predict(matrix, rows);
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      loss -= Math.log(wanted[rows[i]] > 0 ? p[i] : 1 - p[i]) / rows.length;
    }
    return loss;
  }

  private static List<String[]> read(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isEmpty())
          .map(line -> Arrays.stream(line.split(",")).map(String::strip).toArray(String[]::new))
          .toList();
    }
  }

  private static CodeMatrix matrix(List<String[]> rows, int width, int target) {
    List<Feature> features = new ArrayList<>();
    List<byte[]> codes = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      if (column != target) {
        int at = column;
        String[] cells = rows.stream().map(row -> row[at]).toArray(String[]::new);
        add(cells, features, codes);
      }
    }
    return CodeMatrix.of(features, codes.toArray(byte[][]::new));
  }

  private static void add(String[] cells, List<Feature> features, List<byte[]> codes) {
    byte[] column = new byte[cells.length];
    try {
      double[] values = Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray();
      double[] edges = edges(values);
      for (int row = 0; row < values.length; row++) {
        int at = Arrays.binarySearch(edges, values[row]);
        column[row] = (byte) (at >= 0 ? at : -at - 1);
      }
      features.add(Feature.ordered(edges.length + 1));
    } catch (NumberFormatException e) {
      List<String> levels = List.copyOf(new TreeSet<>(List.of(cells)));
      for (int row = 0; row < cells.length; row++) {
        column[row] = (byte) levels.indexOf(cells[row]);
      }
      features.add(Feature.categorical(levels.size()));
    }
    codes.add(column);
  }

  private static double[] edges(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= MOST_BINS) {
      return Arrays.copyOf(distinct, distinct.length - 1);
    }
    return IntStream.range(1, MOST_BINS)
        .mapToDouble(i -> sorted[values.length * i / MOST_BINS])
        .distinct()
        .toArray();
  }
}
