package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered model promises; a new model is tested the moment it compiles. */
class SynthesizerContractTest {

  private static final Table MIXED = TestTables.mixed(3000);

  static Stream<Synthesizer<?>> models() {
    return Synthesizers.all().stream();
  }

  static Stream<Arguments> degenerate() {
    return models()
        .flatMap(
            model ->
                TestTables.degenerate().entrySet().stream()
                    .map(e -> Arguments.of(model, e.getKey(), e.getValue())));
  }

  private static <O extends Record> FittedSynthesizer fit(
      Synthesizer<O> model, Table table, long seed, int threads) {
    O options = Synthesizers.bind(model, JsonNodeFactory.instance.objectNode());
    RunContext run = RunContext.quiet().withThreads(threads);
    return model.fit(table, options, new FitContext(seed, run));
  }

  private static List<String> rows(FittedSynthesizer model, long from, long to, int threads) {
    return rows(model, new SampleRequest(from, to, 5), threads);
  }

  private static List<String> rows(FittedSynthesizer model, SampleRequest request, int threads) {
    List<String> rows = new ArrayList<>();
    model.sample(
        request,
        batch -> rows.addAll(Batches.text(batch)),
        RunContext.quiet().withThreads(threads));
    return rows;
  }

  private static byte[] bytes(FittedSynthesizer model) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ModelFiles.write(model.save(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void givesTheSameBytesForAnyNumberOfThreads(Synthesizer<?> model) {
    FittedSynthesizer one = fit(model, MIXED, 1, 1);
    List<String> rows = rows(one, 0, 9000, 1);
    for (int threads : new int[] {2, 4}) {
      FittedSynthesizer many = fit(model, MIXED, 1, threads);
      assertThat(bytes(many)).isEqualTo(bytes(one));
      assertThat(rows(many, 0, 9000, threads)).isEqualTo(rows);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void givesOtherRowsForAnotherSeed(Synthesizer<?> model) {
    FittedSynthesizer fitted = fit(model, MIXED, 1, 2);
    assertThat(rows(fitted, new SampleRequest(0, 100, 6), 2))
        .isNotEqualTo(rows(fitted, new SampleRequest(0, 100, 5), 2));
  }

  @ParameterizedTest
  @MethodSource("models")
  void makesAnyRangeOfRowsAlone(Synthesizer<?> model) {
    FittedSynthesizer fitted = fit(model, MIXED, 1, 2);
    assertThat(rows(fitted, 5000, 6000, 2)).isEqualTo(rows(fitted, 0, 7000, 2).subList(5000, 6000));
    assertThat(rows(fitted, 4_000_000_000L, 4_000_000_010L, 1)).hasSize(10);
    assertThat(rows(fitted, 3, 3, 1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void givesTheSameRowsAfterSavingAndLoading(Synthesizer<?> model) throws IOException {
    FittedSynthesizer fitted = fit(model, MIXED, 1, 2);
    ModelFile file = ModelFiles.read(new ByteArrayInputStream(bytes(fitted)));
    FittedSynthesizer loaded = Synthesizers.load(file);
    assertThat(loaded.schema()).isEqualTo(fitted.schema());
    assertThat(loaded.provenance()).isEqualTo(fitted.provenance());
    assertThat(bytes(loaded)).isEqualTo(bytes(fitted));
    assertThat(rows(loaded, 0, 3000, 2)).isEqualTo(rows(fitted, 0, 3000, 2));
  }

  @ParameterizedTest
  @MethodSource("degenerate")
  void fitsAndSamplesTablesAtTheEdge(Synthesizer<?> model, String name, Table table)
      throws IOException {
    FittedSynthesizer fitted = fit(model, table, 1, 2);
    List<Table> batches = new ArrayList<>();
    fitted.sample(SampleRequest.rows(2500, 1), batches::add, RunContext.quiet());
    assertThat(batches).allSatisfy(batch -> assertThat(batch.schema()).isEqualTo(table.schema()));
    assertThat(batches.stream().mapToInt(Table::rows).sum()).isEqualTo(2500);
    FittedSynthesizer loaded =
        Synthesizers.load(ModelFiles.read(new ByteArrayInputStream(bytes(fitted))));
    assertThat(rows(loaded, 0, 100, 1)).isEqualTo(rows(fitted, 0, 100, 1));
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsConstantColumnsAndMissingColumns(Synthesizer<?> model) {
    Map<String, Table> tables = TestTables.degenerate();
    assertThat(rows(fit(model, tables.get("constant columns"), 1, 2), 0, 500, 2))
        .containsOnly("4.25|same|12345|");
    assertThat(rows(fit(model, tables.get("all missing"), 1, 2), 0, 500, 2)).containsOnly("||||");
  }

  @ParameterizedTest
  @MethodSource("models")
  void showsNothingOfASingleRow(Synthesizer<?> model) {
    Table one = TestTables.degenerate().get("one row");
    assertThat(rows(fit(model, one, 1, 2), 0, 3, 2))
        .containsExactly("|name-000001||*|*||", "|name-000002||*|*||", "|name-000003||*|*||");
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsTheShareOfMissingValues(Synthesizer<?> model) {
    List<Table> batches = new ArrayList<>();
    fit(model, MIXED, 1, 2).sample(SampleRequest.rows(20_000, 1), batches::add, RunContext.quiet());
    for (int c = 0; c < MIXED.columns().size(); c++) {
      int column = c;
      double expected = MIXED.column(c).missingCount() / 3000.0;
      double found =
          batches.stream().mapToInt(batch -> batch.column(column).missingCount()).sum() / 20_000.0;
      assertThat(found).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.01));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void takesAThousandColumns(Synthesizer<?> model) {
    Table table = TestTables.wide(1500, 1000);
    assertThat(rows(fit(model, table, 1, 2), 0, 50, 2)).hasSize(50);
  }

  @ParameterizedTest
  @MethodSource("models")
  void takesAHundredThousandCategories(Synthesizer<?> model) {
    int rows = 250_000;
    CounterRandom random = CounterRandom.of(3);
    int[] codes = new int[rows];
    double[] numbers = new double[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = i < 100_000 ? i : (int) (100_000 * random.uniform(i, 0) * random.uniform(i, 1));
      numbers[i] = Math.rint(codes[i] + 1000 * random.uniform(i, 2));
    }
    List<String> names =
        java.util.stream.IntStream.range(0, 100_000).mapToObj(i -> "n" + i).toList();
    Table table =
        new Table(
            Schema.of(Field.nominal("c"), Field.numeric("x", 0)),
            List.of(new CategoricalColumn(codes, names), new NumericColumn(numbers)));
    assertThat(rows(fit(model, table, 1, 2), 0, 5000, 2)).hasSize(5000);
  }

  @ParameterizedTest
  @MethodSource("models")
  void stopsWhenAsked(Synthesizer<?> model) {
    stopsAfter(model, 0);
    stopsAfter(model, 3);
    FittedSynthesizer fitted = fit(model, MIXED, 1, 2);
    AtomicInteger batches = new AtomicInteger();
    RunContext run = RunContext.quiet().withCancellation(() -> batches.get() >= 2);
    assertThatThrownBy(
            () ->
                fitted.sample(
                    SampleRequest.rows(1_000_000, 1), batch -> batches.incrementAndGet(), run))
        .isInstanceOf(CancelledException.class);
    assertThat(batches.get()).isLessThan(4);
  }

  private static <O extends Record> void stopsAfter(Synthesizer<O> model, int questions) {
    O options = Synthesizers.bind(model, JsonNodeFactory.instance.objectNode());
    AtomicInteger asked = new AtomicInteger();
    RunContext run = RunContext.quiet().withCancellation(() -> asked.incrementAndGet() > questions);
    assertThatThrownBy(() -> model.fit(MIXED, options, new FitContext(1, run)))
        .isInstanceOf(CancelledException.class);
  }

  @ParameterizedTest
  @MethodSource("models")
  void reportsProgressThatNeverFalls(Synthesizer<?> model) {
    Map<String, List<Double>> heard = new java.util.concurrent.ConcurrentHashMap<>();
    RunContext run =
        RunContext.quiet()
            .withProgress(
                (stage, done) ->
                    heard
                        .computeIfAbsent(
                            stage, s -> java.util.Collections.synchronizedList(new ArrayList<>()))
                        .add(done));
    fitWith(model, run).sample(SampleRequest.rows(9000, 1), batch -> {}, run);
    assertThat(heard).containsOnlyKeys("fit", "sample");
    for (List<Double> stage : heard.values()) {
      assertThat(stage).isSorted().startsWith(0.0).endsWith(1.0);
    }
  }

  private static <O extends Record> FittedSynthesizer fitWith(
      Synthesizer<O> model, RunContext run) {
    O options = Synthesizers.bind(model, JsonNodeFactory.instance.objectNode());
    return model.fit(MIXED, options, new FitContext(1, run));
  }

  @ParameterizedTest
  @MethodSource("models")
  void describesItself(Synthesizer<?> model) {
    assertThat(model.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(model.summary()).endsWith(".");
    assertThat(Synthesizers.named(model.name())).isSameAs(model);
    assertThat(Synthesizers.describe(model))
        .allSatisfy(option -> assertThat(option.doc()).endsWith("."));
  }
}
