package dev.likeness.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.likeness.evaluation.EvaluationReport.ColumnScore;
import dev.likeness.evaluation.EvaluationReport.PairScore;
import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
  private static final Table TRAIN = Tables.people(1, 800);
  private static final Table CONTROL = Tables.people(2, 200);
  private static final Table SYNTHETIC = Tables.people(3, 1000);
  private static final Table EMPTY = TRAIN.select(new int[0]);

  @Test
  void aSampleOfTheSamePopulationScoresAboutWhatIsExpected() {
    EvaluationReport report = evaluate(TRAIN, CONTROL, SYNTHETIC);
    assertThat(report.shape().value().orElseThrow())
        .isCloseTo(report.shape().expected().orElseThrow(), within(0.04));
    assertThat(report.trendThresholded().value().orElseThrow())
        .isCloseTo(report.trendThresholded().expected().orElseThrow(), within(0.02));
    assertThat(report.quality().value().orElseThrow())
        .isCloseTo(
            (report.shape().value().orElseThrow() + report.trend().value().orElseThrow()) / 2,
            within(1e-12));
  }

  /** The correction for sizes is what makes 200 control rows speak for 4,000 synthetic ones. */
  @Test
  void theExpectedValueIsThatOfAsManyRowsAsWereSynthesised() {
    EvaluationReport report = evaluate(TRAIN, CONTROL, Tables.people(4, 4000));
    double uncorrected = evaluate(TRAIN, EMPTY, CONTROL).trend().value().orElseThrow();
    double expected = report.trend().expected().orElseThrow();
    double reached = report.trend().value().orElseThrow();
    assertThat(Math.abs(expected - reached)).isLessThan(Math.abs(uncorrected - reached) / 3);
  }

  @Test
  void aCopyOfTheTrainingRowsScoresOneAndIsFoundOut() {
    EvaluationReport report = evaluate(TRAIN, CONTROL, TRAIN);
    assertThat(report.quality().value()).hasValue(1);
    assertThat(report.sdmetrics().quality()).hasValue(1);
    assertThat(report.identicalRows().training().value()).hasValue(1);
    assertThat(report.identicalRows().training().count()).isEqualTo(800);
    assertThat(report.verdict().privacy()).startsWith("100.0% ").contains("more than");
  }

  @Test
  void columnsShuffledOneByOneLoseTheirStrongRelationsOnly() {
    EvaluationReport report = evaluate(TRAIN, CONTROL, shuffled(TRAIN));
    assertThat(report.shape().value()).hasValue(1);
    assertThat(report.trendThresholded().value().orElseThrow())
        .isLessThan(report.trendThresholded().expected().orElseThrow() - 0.2);
    assertThat(report.verdict().utility()).contains("very closely").contains("poorly");
  }

  @Test
  void identicalRowsAreHeldAgainstTheTablesOwnRate() {
    Table train = coded(new int[] {1, 2, 3, 4}, new int[] {0, 0, 0, 0});
    Table control = coded(new int[] {1, 9, 9, 9}, new int[] {0, 0, 0, 0});
    Table synthetic = coded(new int[] {1, 2, 9, 7, 1}, new int[] {0, 0, 0, 0, 1});
    var identical = evaluate(train, control, synthetic).identicalRows();
    assertThat(identical.training().count()).isEqualTo(2);
    assertThat(identical.training().value().orElseThrow()).isCloseTo(0.4, within(1e-12));
    assertThat(identical.training().expected()).hasValue(0.25);
    assertThat(identical.control().count()).isEqualTo(2);
    assertThat(identical.control().value().orElseThrow()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void rowsWithTheSameCategoriesAreIdenticalWhateverTheOrderOfTheDictionary() {
    Table a = nominal(new CategoricalColumn(new int[] {0, 1, -1}, List.of("x", "y")));
    Table b = nominal(new CategoricalColumn(new int[] {1, 0, -1}, List.of("y", "x")));
    EvaluationReport report = evaluate(a, a.select(new int[0]), b);
    assertThat(report.identicalRows().training().count()).isEqualTo(3);
    assertThat(report.shape().value()).hasValue(1);
  }

  @Test
  void columnsThatAreNotModelledAreListedButNotScored() {
    EvaluationReport report = evaluate(TRAIN, CONTROL, SYNTHETIC);
    ColumnScore name = report.columns().getLast();
    assertThat(name.name()).isEqualTo("name");
    assertThat(name.position()).isEqualTo(5);
    assertThat(name.note()).hasValue("not modelled: direct identifier");
    assertThat(name.metric()).isEmpty();
    assertThat(name.value()).isEmpty();
    assertThat(report.pairsTotal()).isEqualTo(6);
    assertThat(report.columns().stream().limit(4).map(c -> c.value().orElseThrow())).isSorted();
  }

  @Test
  void pairsComeWorstFirstAndAtMostTwoHundred() {
    EvaluationReport report =
        evaluate(
            Tables.wide(1, 60, 15, 10), Tables.wide(2, 30, 15, 10), Tables.wide(3, 60, 15, 10));
    assertThat(report.pairsTotal()).isEqualTo(300);
    assertThat(report.pairs()).hasSize(200);
    assertThat(report.pairs().stream().map(pair -> pair.value().orElseThrow())).isSorted();
    PairScore pair = report.pairs().getFirst();
    assertThat(pair.positions().get(0)).isLessThan(pair.positions().get(1));
  }

  @Test
  void withoutControlRowsNothingIsExpected() {
    EvaluationReport report = evaluate(TRAIN, EMPTY, SYNTHETIC);
    assertThat(report.quality().expected()).isEmpty();
    assertThat(report.identicalRows().training().expected()).isEmpty();
    assertThat(report.identicalRows().control().value()).isEmpty();
    assertThat(report.notes()).anyMatch(note -> note.contains("no expected values"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theReportIsTheSameForAnyNumberOfThreads(int threads) throws JsonProcessingException {
    EvaluationReport one = evaluate(TRAIN, CONTROL, SYNTHETIC);
    EvaluationReport other =
        Evaluation.of(TRAIN, CONTROL, SYNTHETIC, RunContext.quiet().withThreads(threads));
    assertThat(withoutTime(other)).isEqualTo(withoutTime(one));
  }

  @Test
  void theReportSurvivesJsonAndHasTheNamesOfTheApi() throws JsonProcessingException {
    EvaluationReport report = evaluate(TRAIN, CONTROL, SYNTHETIC);
    String text = JSON.writeValueAsString(report);
    assertThat(JSON.readValue(text, EvaluationReport.class)).isEqualTo(report);
    JsonNode json = JSON.readTree(text);
    assertThat(names(json))
        .containsExactly(
            "rows",
            "quality",
            "shape",
            "trend",
            "trend_thresholded",
            "sdmetrics",
            "verdict",
            "identical_rows",
            "columns",
            "pairs",
            "pairs_total",
            "seconds",
            "notes");
    assertThat(names(json.get("sdmetrics")))
        .containsExactly("quality", "column_shapes", "column_pair_trends", "version");
    assertThat(names(json.at("/columns/0")))
        .containsExactly(
            "position",
            "name",
            "metric",
            "value",
            "expected",
            "real",
            "synthetic",
            "chart",
            "note");
    assertThat(names(json.at("/pairs/0")))
        .containsExactly(
            "columns", "positions", "metric", "value", "expected", "real", "synthetic");
    assertThat(json.at("/columns/4/chart").isNull()).isTrue();
    assertThat(json.at("/columns/0/note").isNull()).isTrue();
    assertThat(json.at("/columns/0/chart/kind").asText()).isIn("histogram", "categories");
    assertThat(text).doesNotContain("Secret Name");
  }

  @Test
  void wordsNeverPromiseSafety() throws JsonProcessingException {
    for (Table synthetic : List.of(SYNTHETIC, TRAIN, shuffled(TRAIN), EMPTY)) {
      for (Table control : List.of(CONTROL, EMPTY)) {
        String text = JSON.writeValueAsString(evaluate(TRAIN, control, synthetic));
        assertThat(text).doesNotContainIgnoringCase("safe").doesNotContainIgnoringCase("anonym");
      }
    }
  }

  @Test
  void emptyConstantAndTinyTablesAreEvaluated() {
    Table one = coded(new int[] {1}, new int[] {2});
    assertThat(evaluate(one, one, one).shape().value()).hasValue(1);
    assertThat(evaluate(EMPTY, EMPTY, EMPTY).quality().value()).isEmpty();
    assertThat(evaluate(TRAIN, CONTROL, EMPTY).shape().value()).isEmpty();
    Table names = new Table(Schema.of(Tables.name("n")), List.of(TRAIN.column(4)));
    EvaluationReport report = evaluate(names, names, names);
    assertThat(report.identicalRows().training().value()).isEmpty();
    assertThat(report.verdict().utility()).startsWith("No column");
  }

  @Test
  void tablesWithOtherColumnsAreRefused() {
    Table narrow = new Table(Schema.of(Tables.name("n")), List.of(TRAIN.column(4)));
    assertThatThrownBy(() -> evaluate(TRAIN, CONTROL, narrow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("synthetic = 1 columns, expected 5");
    Table other = coded(new int[] {1}, new int[] {1});
    Table text =
        new Table(
            Schema.of(Field.numeric("a", 0), Field.nominal("b")),
            List.of(other.column(0), new CategoricalColumn(new int[] {0}, List.of("x"))));
    assertThatThrownBy(() -> evaluate(other, other, text)).hasMessageContaining("column 2");
  }

  @Test
  void progressOfPairsRisesToOne() {
    List<Double> heard = Collections.synchronizedList(new ArrayList<>());
    RunContext run =
        RunContext.quiet()
            .withProgress(
                (stage, done) -> {
                  if (stage.equals("pairs")) {
                    heard.add(done);
                  }
                });
    Table wide = Tables.wide(1, 50, 20, 20);
    Evaluation.of(wide, wide.select(new int[0]), wide, run.withThreads(4));
    assertThat(heard).isSorted().hasSizeGreaterThan(10).last().isEqualTo(1.0);
  }

  @Test
  void aCancelledEvaluationStops() {
    RunContext cancelled = RunContext.quiet().withCancellation(() -> true);
    assertThatThrownBy(() -> Evaluation.of(TRAIN, CONTROL, SYNTHETIC, cancelled))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void tooManyPairsAreSampledButNeverThoseOfCompleteNumbers() {
    Table wide = Tables.wide(1, 10, 3, 3);
    List<ComparedColumn> columns =
        IntStream.range(0, 6)
            .mapToObj(i -> ComparedColumn.of(i, wide, Optional.empty(), wide))
            .toList();
    assertThat(PairSweep.shareOfCostly(columns, 1e9)).isEqualTo(1);
    assertThat(PairSweep.shareOfCostly(columns, 240)).isCloseTo(0.5, within(1e-12));
    assertThat(PairSweep.shareOfCostly(columns.subList(0, 3), 1)).isEqualTo(1);
    RunContext run = RunContext.quiet();
    Expectation expectation = Expectation.of(10, 0, 10);
    assertThat(new PairSweep(columns, expectation, run, 240).score().value().count())
        .isBetween(3L, 14L);
    assertThat(new PairSweep(columns, expectation, run, 1e-6).score().value().count()).isEqualTo(3);
  }

  private static EvaluationReport evaluate(Table train, Table control, Table synthetic) {
    return Evaluation.of(train, control, synthetic, RunContext.quiet());
  }

  private static String withoutTime(EvaluationReport report) throws JsonProcessingException {
    return JSON.writeValueAsString(report).replaceAll("\"seconds\":[^,]*", "");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Table coded(int[] a, int[] b) {
    return new Table(
        Schema.of(Field.numeric("a", 0), Field.numeric("b", 0)),
        List.of(
            new NumericColumn(Arrays.stream(a).asDoubleStream().toArray()),
            new NumericColumn(Arrays.stream(b).asDoubleStream().toArray())));
  }

  private static Table nominal(CategoricalColumn column) {
    return new Table(Schema.of(Field.nominal("a")), List.of(column));
  }

  private static Table shuffled(Table table) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.schema().width(); i++) {
      List<Integer> rows = new ArrayList<>(IntStream.range(0, table.rows()).boxed().toList());
      Collections.rotate(rows, 97 * i);
      columns.add(table.column(i).select(rows.stream().mapToInt(row -> row).toArray()));
    }
    return new Table(table.schema(), columns);
  }
}
