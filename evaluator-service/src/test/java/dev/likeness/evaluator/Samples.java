package dev.likeness.evaluator;

import dev.likeness.numerics.CounterRandom;
import java.util.Locale;

/** Tables for tests. */
public final class Samples {

  private static final String[] CITIES = {"Graz", "Linz", "Wien", "Bregenz"};

  private Samples() {}

  /** {@code id,age,city,income,joined} with an identifier and a little dependence. */
  public static String people(int rows) {
    return people(rows, 7);
  }

  /** The same kind of table from another draw. */
  public static String people(int rows, long seed) {
    CounterRandom random = CounterRandom.of(seed);
    StringBuilder csv = new StringBuilder("id,age,city,income,joined\n");
    for (int row = 0; row < rows; row++) {
      int age = 18 + (int) random.below(60, row, 0);
      double income = 900 + 37.5 * age + 400 * random.uniform(row, 1);
      csv.append(
          String.format(
              Locale.ROOT,
              "P%06d,%d,%s,%.2f,2024-%02d-%02d%n",
              row,
              age,
              CITIES[(int) random.below(CITIES.length, row, 2)],
              income,
              1 + random.below(12, row, 3),
              1 + random.below(28, row, 4)));
    }
    return csv.toString().replace("\r", "");
  }
}
