package dev.likeness.benchmarks;

import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.likeness.evaluation.Evaluation;
import dev.likeness.evaluation.EvaluationReport;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.Table;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Models are as good as they were. Fits are the same on every machine, so what moves here is the
 * code: whoever makes a model better writes the new figures into {@code regression-guard.csv}, and
 * whoever makes it worse hears of it.
 */
class RegressionGuardTest {

  private static final Path DATA = Path.of("..", "..", "shared", "data");
  private static final RunContext RUN = RunContext.quiet();
  private static final long SEED = 42;

  /** Natural units a row; a tree more or less moves it by some thousandths. */
  private static final double LIKELIHOOD_BAND = 0.02;

  private static final double SCORE_BAND = 0.002;

  @TempDir private Path scratch;

  private static <O extends Record> FittedSynthesizer fit(Synthesizer<O> model, Table train) {
    return model.fit(train, Synthesizers.bind(model, Map.of()), new FitContext(SEED, RUN));
  }

  private Table sample(FittedSynthesizer fitted, int rows, Dialect dialect) throws IOException {
    Path made = scratch.resolve("made.csv");
    try (CsvWriter writer = CsvWriter.to(Files.newOutputStream(made), fitted.schema(), dialect)) {
      fitted.sample(SampleRequest.rows(rows, SEED), writer, RUN);
    }
    return TableFile.written(made, fitted.schema(), scratch);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "regression-guard.csv", useHeadersInDisplayName = true)
  void standsWhereItStood(
      String file, String model, @Nullable Double nats, double shape, double trend)
      throws IOException {
    boolean there = Files.isRegularFile(DATA.resolve(file));
    if (!there) {
      System.out.println("SKIPPED: there is no ../shared/data/" + file + " beside the project.");
    }
    assumeTrue(there);
    TableFile read = TableFile.read(DATA.resolve(file), scratch);
    Table table = read.table();
    SplitSpec split = SplitSpec.of(SEED, table.rows());
    Table train = table.select(split.trainingRows(table.rows()));
    Table control = table.select(split.controlRows(table.rows()));
    FittedSynthesizer fitted = fit(Synthesizers.named(model), train);
    Table made = sample(fitted, table.rows(), read.dialect());
    EvaluationReport report = Evaluation.of(train, control, made, RUN);
    SoftAssertions.assertSoftly(
        stands -> {
          near(stands, "shape", report.shape().value().orElseThrow(), shape, SCORE_BAND);
          near(stands, "trend", report.trend().value().orElseThrow(), trend, SCORE_BAND);
          if (nats != null) {
            near(stands, "held-out nats", heldOut(fitted, control), nats, LIKELIHOOD_BAND);
          }
        });
  }

  private static void near(
      SoftAssertions stands, String figure, double actual, double expected, double band) {
    stands.assertThat(actual).as(figure).isCloseTo(expected, within(band));
  }

  /** The median: a row with a value that no learnt row had is impossible to these models. */
  private static double heldOut(FittedSynthesizer fitted, Table control) {
    double[] each = ((LikelihoodModel) fitted).logLikelihood(control, RUN);
    Arrays.sort(each);
    return each[each.length / 2];
  }
}
