package dev.likeness.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.Restriction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two conditions at once against the bivariate normal, integrated numerically. */
class ConditionedCopulaTest {

  private static final int ROWS = 20_000;
  private static final int CELLS = 20_000;
  private static final double REACH = 12;
  private static final TableEncoding ENCODING = encoding();

  private static TableEncoding encoding() {
    CounterRandom random = CounterRandom.of(4);
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = Math.rint(1e6 * random.uniform(i, 0)) / 1e6;
      y[i] = Math.rint(1e6 * random.uniform(i, 1)) / 1e6;
    }
    Table table =
        new Table(
            Schema.of(Field.numeric("x", 6), Field.numeric("y", 6)),
            List.of(new NumericColumn(x), new NumericColumn(y)));
    return TableEncoding.fit(table, 10, new FitContext(1, RunContext.quiet()));
  }

  private static GaussianCopula copula(double correlation) {
    return new GaussianCopula(
        ENCODING, new double[][] {{1, 0}, {correlation, Math.sqrt(1 - correlation * correlation)}});
  }

  /** The score that a column's values up to a number end at. */
  private static double score(int column, double value) {
    return ENCODING
        .columns()
        .get(column)
        .region(NumberSet.between(Double.NEGATIVE_INFINITY, value))
        .map(region -> Normal.quantile(region.pieces().get(0).upper()))
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** P(from ≤ X ≤ to, Y ≤ below) of a bivariate normal, by the midpoint rule. */
  private static double mass(double correlation, double from, double to, double below) {
    double end = Math.min(to, from + REACH);
    double width = (end - from) / CELLS;
    double deviation = Math.sqrt(1 - correlation * correlation);
    double sum = 0;
    for (int i = 0; i < CELLS; i++) {
      double x = from + (i + 0.5) * width;
      sum += Math.exp(-x * x / 2) * Normal.cdf((below - correlation * x) / deviation);
    }
    return sum * width / Math.sqrt(2 * Math.PI);
  }

  private static double share(double[] values, double below) {
    return Arrays.stream(values).filter(value -> value <= below).count() / (double) values.length;
  }

  @ParameterizedTest(name = "r = {0}, x >= {1}, y <= {2}")
  @CsvSource({
    "0.3, 0.8, 0.2",
    "0.8, 0.9, 0.1",
    "0.8, 0.999, 0.01",
    "-0.9, 0.9, 0.05",
    "-0.5, 0.3, 0.7",
    "0.95, 0.6, 0.5",
  })
  void followsTheTruncatedNormalHoweverImprobableItIs(double correlation, double x, double y) {
    Restriction restriction =
        Restriction.none()
            .and(0, NumberSet.between(x, Double.POSITIVE_INFINITY))
            .and(1, NumberSet.between(Double.NEGATIVE_INFINITY, y));
    RowGenerator given = ConditionedCopula.of(copula(correlation), restriction, RunContext.quiet());

    List<Column> made = given.generate(0, ROWS, CounterRandom.of(9));

    assertThat(restriction.admits(made)).doesNotContain(false);
    double from = score(0, Math.nextDown(x));
    double below = score(1, y);
    double all = mass(correlation, from, Double.POSITIVE_INFINITY, below);
    for (double part : new double[] {0.02, 0.1, 0.3, 0.6, 0.9}) {
      double middleX = x + part * (1 - x);
      double exactX = mass(correlation, from, score(0, middleX), below) / all;
      double middleY = part * y;
      double exactY = mass(correlation, from, Double.POSITIVE_INFINITY, score(1, middleY)) / all;
      assertThat(share(((NumericColumn) made.get(0)).values(), middleX))
          .isCloseTo(exactX, within(0.015));
      assertThat(share(((NumericColumn) made.get(1)).values(), middleY))
          .isCloseTo(exactY, within(0.015));
    }
  }
}
