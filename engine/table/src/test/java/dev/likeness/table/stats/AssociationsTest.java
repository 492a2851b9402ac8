package dev.likeness.table.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssociationsTest {

  private static final String HEADER = "x,y,small,group,other,size";
  private static final CounterRandom RANDOM = CounterRandom.of(3);

  @TempDir Path folder;

  private AssociationMatrix of(String header, int rows, IntFunction<String> row)
      throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < rows; i++) {
      text.append(row.apply(i)).append('\n');
    }
    Path csv = Files.writeString(folder.resolve("in.csv"), text);
    Path parquet = folder.resolve("out.parquet");
    RunContext run = RunContext.quiet();
    Reading reading = TableReader.ingest(csv, parquet, ReadLimits.defaults(), run);
    TableProfile profile = TableProfiler.profile(parquet, reading, run);
    AssociationMatrix matrix = Associations.of(parquet, profile, 42, run.withThreads(3));
    assertThat(Associations.of(parquet, profile, 42, run.withThreads(1))).isEqualTo(matrix);
    return matrix;
  }

  /** The table of {@code associations.py}, which made the reference values. */
  private static String known(int i) {
    int wave = i * 37 % 101;
    String x = i % 17 == 0 ? "" : wave + ".5";
    int y = wave * wave / 40 + i * 53 % 29;
    int small = i * 11 % 23 / 8;
    String group = List.of("a", "b", "c", "d").get(i * 7 % 11 % 4);
    String other = i % 13 == 0 ? "" : List.of("p", "q", "r").get((i * 7 % 11 + i % 5 / 4) % 3);
    String size = List.of("low", "medium", "high").get(Math.min(2, (wave + i % 7 * 5) / 40));
    return String.join(",", x, y + "", small + "", group, other, size);
  }

  private static OptionalDouble figure(
      AssociationMatrix matrix, List<List<OptionalDouble>> figures, String a, String b) {
    return figures.get(matrix.columns().indexOf(a)).get(matrix.columns().indexOf(b));
  }

  @Test
  void agreesWithScipyAndScikitLearn() throws IOException {
    AssociationMatrix matrix = of(HEADER, 400, AssociationsTest::known);
    assertThat(matrix.columns()).containsExactly(HEADER.split(","));
    AssociationMatrix.Measures measures = matrix.measures();
    Map<String, List<List<OptionalDouble>>> all =
        Map.of(
            "pearson", measures.pearson(),
            "spearman", measures.spearman(),
            "cramers_v", measures.cramersV(),
            "correlation_ratio", measures.correlationRatio(),
            "mutual_information", measures.mutualInformation());
    JsonNode reference = reference();
    assertThat(reference.get("pairs")).hasSize(15);
    for (JsonNode pair : reference.get("pairs")) {
      for (Map.Entry<String, List<List<OptionalDouble>>> measure : all.entrySet()) {
        JsonNode expected = pair.get(measure.getKey());
        String a = pair.get("a").textValue();
        String b = pair.get("b").textValue();
        for (OptionalDouble found :
            List.of(
                figure(matrix, measure.getValue(), a, b),
                figure(matrix, measure.getValue(), b, a))) {
          String what = measure.getKey() + " of " + a + " and " + b;
          assertThat(found.isPresent()).as(what).isEqualTo(!expected.isNull());
          assertThat(found.orElse(0)).as(what).isCloseTo(expected.asDouble(), within(1e-9));
        }
      }
    }
  }

  private static JsonNode reference() throws IOException {
    try (InputStream in = AssociationsTest.class.getResourceAsStream("associations.json")) {
      return TableJson.mapper().readTree(in);
    }
  }

  /** Large enough to be sampled; y depends on x without any correlation. */
  private static String wide(int i) {
    double x = RANDOM.uniform(i, 0) - 0.5;
    long parabola = Math.round(10_000 * x * x);
    String category = "k" + RANDOM.below(300, i, 1);
    String other = "m" + RANDOM.below(400, i, 2);
    return Math.round(100_000 * x) + "," + parabola + "," + category + "," + other + ",same," + i;
  }

  @Test
  void samplesTheSameRowsForTheSameSeedAndAnyNumberOfThreads() throws IOException {
    String header = "x,parabola,first,second,constant,row";
    AssociationMatrix matrix = of(header, 120_000, AssociationsTest::wide);
    String json = TableJson.mapper().writeValueAsString(matrix);
    assertThat(TableJson.mapper().readValue(json, AssociationMatrix.class)).isEqualTo(matrix);
    assertThat(json).contains("\"rows\":120000,\"sampled_rows\":100000").doesNotContain("same");
    assertThat(matrix.columns()).doesNotContain("row");
    assertThat(figure(matrix, matrix.measures().pearson(), "x", "parabola").orElseThrow())
        .isCloseTo(0, within(0.02));
    assertThat(figure(matrix, matrix.strength(), "x", "parabola").orElseThrow()).isGreaterThan(0.9);
    assertThat(figure(matrix, matrix.strength(), "first", "second").orElseThrow()).isLessThan(0.02);
    assertThat(figure(matrix, matrix.strength(), "first", "x").orElseThrow()).isLessThan(0.03);
    assertThat(figure(matrix, matrix.strength(), "first", "first").orElseThrow())
        .isCloseTo(1, within(1e-12));
    assertThat(figure(matrix, matrix.strength(), "constant", "x")).isEmpty();
  }

  @Test
  void takesOneRowOfEachStretch() {
    long[] rows = Associations.rows(1_000_003, 1_000, 5);
    assertThat(rows).hasSize(1_000).isSorted();
    for (int i = 0; i < rows.length; i++) {
      assertThat(rows[i]).isBetween(1_000_003L * i / 1_000, 1_000_003L * (i + 1) / 1_000 - 1);
    }
    assertThat(Associations.rows(1_000_003, 1_000, 6)).isNotEqualTo(rows);
    assertThat(Associations.rows(3, 1_000, 6)).containsExactly(0, 1, 2);
    assertThat(Arrays.stream(rows).filter(row -> row % 2 == 0).count()).isBetween(400L, 600L);
  }

  @Test
  void saysNothingOfTablesWithoutColumnsToCompare() throws IOException {
    AssociationMatrix matrix = of("mail,id", 60, i -> "a" + i + "@b.org,k" + i);
    assertThat(matrix.columns()).isEmpty();
    assertThat(matrix.strength()).isEmpty();
    assertThat(matrix.rows()).isEqualTo(60);
    AssociationMatrix empty = of("a,b", 4, i -> i % 2 == 0 ? "1," : ",x");
    assertThat(empty.strength().stream().flatMap(List::stream)).allMatch(OptionalDouble::isEmpty);
  }
}
