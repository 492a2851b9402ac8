package dev.likeness.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.evaluation.EvaluationReport.ColumnScore;
import dev.likeness.evaluation.EvaluationReport.PairScore;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the report against SDMetrics 0.32.0; resources/sdmetrics says how its values were made. */
class SdMetricsReferenceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mixed",
        "mixed-tiny",
        "numbers",
        "categories",
        "degenerate",
        "two-rows",
        "one-row"
      })
  void reportEqualsSdMetrics(String name) throws IOException {
    JsonNode reference = JSON.readTree(resource(name + ".json"));
    assertThat(reference.at("/header/version").asText()).isEqualTo(Evaluation.SDMETRICS_VERSION);
    Table real = table(name + ".real.csv", reference.get("columns"));
    Table synthetic = table(name + ".synthetic.csv", reference.get("columns"));
    EvaluationReport report =
        Evaluation.of(real, real.select(new int[0]), synthetic, RunContext.quiet());

    JsonNode standard = reference.get("default");
    same(report.sdmetrics().quality(), standard.get("quality"), "quality");
    same(report.sdmetrics().columnShapes(), standard.get("column_shapes"), "shapes");
    same(report.sdmetrics().columnPairTrends(), standard.get("column_pair_trends"), "trends");
    same(report.shape().value(), standard.get("column_shapes"), "shape");
    same(report.trendThresholded().value(), standard.get("column_pair_trends"), "thresholded");
    shapesAgree(report, reference.get("shapes"));
    pairsAgree(report, reference);
    meansAgree(report, reference);
    strongPairsAgree(report, reference.get("pairs_default"));
  }

  private static void shapesAgree(EvaluationReport report, JsonNode shapes) {
    Map<String, ColumnScore> columns = new HashMap<>();
    report.columns().forEach(column -> columns.put(column.name(), column));
    assertThat(columns).hasSize(shapes.size());
    for (JsonNode shape : shapes) {
      ColumnScore column = columns.get(shape.get("Column").asText());
      assertThat(column.metric()).hasValue(shape.get("Metric").asText());
      same(column.value(), shape.get("Score"), column.name());
    }
  }

  /**
   * Numbers against numbers as in the report; pairs with a category with the real table's edges.
   */
  private static void pairsAgree(EvaluationReport report, JsonNode reference) {
    Map<List<String>, JsonNode> expected = expectedPairs(reference);
    Map<List<String>, PairScore> found = new HashMap<>();
    report.pairs().forEach(pair -> found.put(pair.columns(), pair));
    assertThat(report.pairsTotal()).isEqualTo(expected.size());
    expected.forEach(
        (columns, score) -> {
          PairScore pair = found.get(columns);
          same(pair == null ? OptionalDouble.empty() : pair.value(), score, columns.toString());
        });
    for (JsonNode pair : reference.get("pairs_all")) {
      PairScore mine = found.get(columns(pair));
      if (mine != null && mine.metric().equals("CorrelationSimilarity")) {
        same(mine.real(), pair.get("Real Correlation"), "real " + mine.columns());
        same(mine.synthetic(), pair.get("Synthetic Correlation"), "synthetic " + mine.columns());
      }
    }
  }

  private static Map<List<String>, JsonNode> expectedPairs(JsonNode reference) {
    Map<List<String>, JsonNode> expected = new HashMap<>();
    reference.get("pairs_all").forEach(pair -> expected.put(columns(pair), pair.get("Score")));
    for (JsonNode pair : reference.get("real_edges")) {
      expected.put(
          List.of(pair.at("/columns/0").asText(), pair.at("/columns/1").asText()),
          pair.get("score"));
    }
    return expected;
  }

  private static void meansAgree(EvaluationReport report, JsonNode reference) {
    Mean mean = Mean.NONE;
    for (JsonNode score : expectedPairs(reference).values()) {
      mean = mean.with(number(score));
    }
    assertThat(report.trend().value().orElse(-1)).isCloseTo(mean.value().orElse(-1), within(1e-9));
  }

  private static void strongPairsAgree(EvaluationReport report, JsonNode pairs) {
    long strong = 0;
    for (JsonNode pair : pairs) {
      strong += pair.get("Meets Threshold?").asBoolean() && !pair.get("Score").isNull() ? 1 : 0;
    }
    assertThat(report.trendThresholded().pairs()).isEqualTo(strong);
  }

  private static List<String> columns(JsonNode pair) {
    return List.of(pair.get("Column 1").asText(), pair.get("Column 2").asText());
  }

  private static void same(OptionalDouble mine, JsonNode theirs, String what) {
    OptionalDouble expected = number(theirs);
    assertThat(mine.isPresent()).as(what + " is there").isEqualTo(expected.isPresent());
    assertThat(mine.orElse(0)).as(what).isCloseTo(expected.orElse(0), within(1e-9));
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
  }

  private static Table table(String file, JsonNode types) throws IOException {
    List<String[]> rows = resource(file).lines().skip(1).map(line -> line.split(",", -1)).toList();
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      int index = i;
      String name = types.get(i).get("name").asText();
      List<String> cells = rows.stream().map(row -> row[index]).toList();
      switch (types.get(i).get("sdtype").asText()) {
        case "numerical" -> {
          fields.add(Field.numeric(name, 17));
          columns.add(Tables.numbers(cells));
        }
        case "datetime" -> {
          fields.add(Tables.momentsField(name));
          columns.add(Tables.moments(cells));
        }
        default -> {
          fields.add(Field.nominal(name));
          columns.add(Tables.categories(cells));
        }
      }
    }
    return new Table(new Schema(fields), columns);
  }

  private static String resource(String file) throws IOException {
    try (InputStream in = SdMetricsReferenceTest.class.getResourceAsStream("/sdmetrics/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
