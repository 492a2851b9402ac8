package dev.likeness.boosting;

import dev.likeness.numerics.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Made-up codes on which a target depends. */
final class Cases {

  private static final CounterRandom RANDOM = CounterRandom.of(5);

  final CodeMatrix matrix;
  final double[] binary;
  final double[] number;

  private Cases(CodeMatrix matrix, double[] binary, double[] number) {
    this.matrix = matrix;
    this.binary = binary;
    this.number = number;
  }

  /** Features in turn: ordered, ordered with missing, categorical of 12, categorical of 3. */
  static Cases of(int rows, int width, long seed) {
    CounterRandom random = RANDOM.derive(seed);
    List<Feature> features = new ArrayList<>();
    byte[][] codes = new byte[width][rows];
    for (int f = 0; f < width; f++) {
      Feature feature =
          switch (f % 4) {
            case 0 -> Feature.ordered(40);
            case 1 -> Feature.orderedWithMissing(21);
            case 2 -> Feature.categorical(12);
            default -> Feature.categorical(3);
          };
      features.add(feature);
      for (int row = 0; row < rows; row++) {
        codes[f][row] = (byte) random.below(feature.cardinality(), row, f);
      }
    }
    double[] binary = new double[rows];
    double[] number = new double[rows];
    for (int row = 0; row < rows; row++) {
      double score = score(codes, width, row);
      number[row] = score + random.uniform(row, 1000);
      binary[row] = random.uniform(row, 1001) < Logistic.sigmoid(score) ? 1 : 0;
    }
    return new Cases(CodeMatrix.of(features, codes), binary, number);
  }

  private static double score(byte[][] codes, int width, int row) {
    double score = codes[0][row] / 10.0 - 2;
    if (width > 1) {
      score += codes[1][row] == 20 ? 2 : codes[1][row] % 7 / 7.0;
    }
    if (width > 2) {
      score += codes[2][row] % 5 - 2 * (codes[0][row] > 20 ? 1 : 0);
    }
    return width > 3 ? score + codes[3][row] - 1 : score;
  }

  int[] rows() {
    return IntStream.range(0, matrix.rows()).toArray();
  }

  Sample binary() {
    return Sample.of(rows(), binary);
  }

  Sample number() {
    return Sample.of(rows(), number);
  }
}
