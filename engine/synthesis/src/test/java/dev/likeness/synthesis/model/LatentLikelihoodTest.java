package dev.likeness.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Likelihoods of models on latents against enumeration and counts of made rows. */
class LatentLikelihoodTest {

  private static final RunContext RUN = RunContext.quiet();
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  /** A small count, sometimes missing, and a colour that hangs on it. */
  private static Table small(int rows) {
    CounterRandom random = CounterRandom.of(5);
    double[] count = new double[rows];
    int[] colour = new int[rows];
    for (int i = 0; i < rows; i++) {
      double u = random.uniform(i, 0);
      count[i] = random.uniform(i, 1) < 0.1 ? Double.NaN : Math.floor(9 * u);
      colour[i] = random.uniform(i, 2) < u ? 0 : random.uniform(i, 3) < 0.5 ? 1 : 2;
    }
    return table(count, colour);
  }

  private static Table table(double[] count, int[] colour) {
    return new Table(
        Schema.of(Field.numeric("count", 0), Field.nominal("colour")),
        List.of(new NumericColumn(count), new CategoricalColumn(colour, COLOURS)));
  }

  private static Table everything() {
    List<double[]> rows = new ArrayList<>();
    for (int count = -3; count <= 30; count++) {
      for (int colour = 0; colour < 3; colour++) {
        rows.add(new double[] {count == -3 ? Double.NaN : count, colour});
      }
    }
    return table(
        rows.stream().mapToDouble(row -> row[0]).toArray(),
        rows.stream().mapToInt(row -> (int) row[1]).toArray());
  }

  private static LikelihoodModel fit(String name, Table table) {
    return (LikelihoodModel) fit(Synthesizers.named(name), table);
  }

  private static <O extends Record> Object fit(Synthesizer<O> model, Table table) {
    return model.fit(table, Synthesizers.bind(model, java.util.Map.of()), new FitContext(3, RUN));
  }

  @ParameterizedTest
  @CsvSource({"independent, 1e-9", "gaussian-copula, 0.01"})
  void likelihoodsOfAllRowsThatThereCanBeSumToOne(String name, double error) {
    double[] logs = fit(name, small(4000)).logLikelihood(everything(), RUN);
    assertThat(Arrays.stream(logs).map(Math::exp).sum()).isCloseTo(1, Offset.offset(error));
  }

  @ParameterizedTest
  @CsvSource({"independent", "gaussian-copula"})
  void rowsAreMadeAsOftenAsTheirLikelihoodSays(String name) {
    LikelihoodModel model = fit(name, small(4000));
    Table all = everything();
    double[] logs = model.logLikelihood(all, RUN);
    double[] made = new double[all.rows()];
    int rows = 200_000;
    model.sample(
        SampleRequest.rows(rows, 9),
        batch -> {
          for (int row = 0; row < batch.rows(); row++) {
            made[index(batch, row)]++;
          }
        },
        RUN);
    for (int row = 0; row < made.length; row++) {
      double expected = Math.exp(logs[row]);
      double noise = 5 * Math.sqrt(Math.max(expected, 1e-4) / rows);
      assertThat(made[row] / rows).isCloseTo(expected, Offset.offset(noise + 0.03 * expected));
    }
  }

  private static int index(Table batch, int row) {
    double count = ((NumericColumn) batch.column(0)).values()[row];
    int colour = ((CategoricalColumn) batch.column(1)).codes()[row];
    return (Double.isNaN(count) ? 0 : (int) count + 3) * 3 + colour;
  }

  @Test
  void aCopulaTellsRowsThatHangTogetherBetterThanColumnsOnTheirOwn() {
    Table learnt = small(4000);
    Table fresh = small(6000).read(4000, 6000);
    double copula = mean(fit("gaussian-copula", learnt).logLikelihood(fresh, RUN));
    double alone = mean(fit("independent", learnt).logLikelihood(fresh, RUN));
    assertThat(copula).isGreaterThan(alone + 0.05);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  @Test
  void figuresDoNotDependOnThreads() {
    LikelihoodModel model = fit("gaussian-copula", small(1000));
    assertThat(model.logLikelihood(everything(), RUN.withThreads(1)))
        .isEqualTo(model.logLikelihood(everything(), RUN.withThreads(3)));
  }
}
