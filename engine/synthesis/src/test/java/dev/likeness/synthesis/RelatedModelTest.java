package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.relation.RelationEncoding;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.RelationFinder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Likelihood, files, and what is taken out of which table. */
class RelatedModelTest {

  private static final RunContext RUN = RunContext.quiet();

  private static RelationEncoding encoding(Table table) {
    return RelationEncoding.fit(table, RelationFinder.find(table, RUN), Set.of(), 3);
  }

  @Test
  void reducedRowsComeBackAsTheyWere() {
    RelatedTables.all()
        .forEach(
            (name, table) -> {
              RelationEncoding encoding = encoding(table);
              Table back = encoding.restore(encoding.reduce(table), 0, 1);
              double[] logs = encoding.logs(table);
              List<String> before = Batches.text(table);
              List<String> after = Batches.text(back);
              int same = 0;
              for (int row = 0; row < logs.length; row++) {
                if (logs[row] == 0 && !after.get(row).contains("*")) {
                  assertThat(after.get(row)).as(name).isEqualTo(before.get(row));
                  same++;
                }
              }
              assertThat(same).as(name).isGreaterThan(logs.length * 9 / 10);
            });
  }

  @Test
  void aModelLearnsFewerColumns() {
    assertThat(encoding(RelatedTables.sum()).reduced().fields())
        .extracting(Field::name)
        .containsExactly("net", "vat", "fee", "age");
    assertThat(encoding(RelatedTables.flags()).reduced().fields())
        .extracting(Field::name)
        .containsExactly("age", "one of is_0", "size");
    assertThat(encoding(RelatedTables.equal()).places()).containsExactly(0, 1, 2);
  }

  @Test
  void relationsWithAnExceptionAreLeftOut() {
    Table table = RelatedTables.sum();
    double[] totals = ((NumericColumn) table.column(0)).values().clone();
    totals[Arrays.stream(totals).filter(x -> !Double.isNaN(x)).count() > 7 ? 7 : 0] += 5;
    List<dev.likeness.table.Column> columns = new java.util.ArrayList<>(table.columns());
    columns.set(0, new NumericColumn(totals));
    Table broken = new Table(table.schema(), columns);
    assertThat(RelationFinder.find(broken, RUN))
        .extracting(Relation::notation)
        .contains("total = net + vat + fee");
    assertThat(encoding(broken).relations())
        .extracting(Relation::notation)
        .doesNotContain("total = net + vat + fee");
  }

  /** A number, its double and a category that follows, so that all rows can be counted. */
  private static Table small() {
    int rows = 900;
    CounterRandom random = CounterRandom.of(8);
    double[] x = new double[rows];
    double[] y = new double[rows];
    double[] sum = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = Math.floor(5 * random.uniform(i, 0));
      y[i] = Math.floor(4 * random.uniform(i, 1) * random.uniform(i, 0));
      sum[i] = x[i] + y[i];
    }
    return new Table(
        Schema.of(Field.numeric("sum", 0), Field.numeric("x", 0), Field.numeric("y", 0)),
        List.of(new NumericColumn(sum), new NumericColumn(x), new NumericColumn(y)));
  }

  @Test
  void likelihoodsOfAllRowsAddUpToOneAndThatOfABrokenRowIsNothing() {
    LikelihoodModel model =
        (LikelihoodModel) Synthesis.fit(small(), SynthesisRequest.of("boost", 3), RUN);
    assertThat(model.relations()).extracting(Relation::notation).containsExactly("sum = x + y");
    int values = 12;
    double[][] cells = new double[3][values * values * values];
    for (int i = 0; i < cells[0].length; i++) {
      cells[0][i] = i % values;
      cells[1][i] = i / values % values - 2;
      cells[2][i] = i / values / values - 2;
    }
    Table all =
        new Table(
            model.schema(),
            Arrays.stream(cells).<dev.likeness.table.Column>map(NumericColumn::new).toList());
    double[] logs = model.logLikelihood(all, RUN);
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += StrictMath.exp(logs[i]);
      if (cells[0][i] != cells[1][i] + cells[2][i]) {
        assertThat(logs[i]).isEqualTo(Double.NEGATIVE_INFINITY);
      }
    }
    assertThat(sum).isBetween(1 - 1e-9, 1 + 1e-9);
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("what follows", "a map that points nowhere", file -> ints(file, "map")[0] = 1000),
        forgery("what follows", "shares below nothing", file -> doubles(file, "without")[0] = -1),
        forgery("what follows", "another column", file -> step(file).set("relation", foreign())),
        forgery("what follows", "no relation", file -> step(file).remove("relation")),
        forgery("what follows", "keys that fall short", file -> names(file, "keys").remove(0)),
        forgery("flags", "a flag that is set by nothing", file -> ints(file, "on")[0] = 7),
        forgery("combinations", "a combination of nothing", file -> ints(file, "left")[0] = 77),
        forgery("combinations", "endless shares", file -> doubles(file, "shares")[0] = 1 / 0.0),
        forgery("order of dates", "bounds that cross", file -> step(file).put("least", 1e9)),
        forgery("order of dates", "its own copy", file -> step(file).put("kept", "items")),
        forgery("equal columns", "a copy of nothing", file -> step(file).put("kept", "age")),
        forgery("sum", "another schema", file -> relations(file).withArray("schema").remove(1)),
        forgery("sum", "no step", file -> relations(file).putArray("steps")));
  }

  private static Arguments forgery(String table, String what, Consumer<ModelFile> forge) {
    return Arguments.of(table, what, forge);
  }

  private static ObjectNode relations(ModelFile file) {
    return (ObjectNode) file.header().get("relations");
  }

  private static ObjectNode step(ModelFile file) {
    return (ObjectNode) relations(file).get("steps").get(0);
  }

  private static ArrayNode names(ModelFile file, String palette) {
    return (ArrayNode) step(file).get(palette).get("names");
  }

  private static ObjectNode foreign() {
    ObjectNode relation = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    relation.put("kind", "equal_columns").put("column", "nobody").put("copy", "city");
    relation.putObject("support").put("rows", 1).put("exceptions", 0);
    return relation;
  }

  private static int[] ints(ModelFile file, String name) {
    return (int[]) file.tensors().get("relation.0." + name);
  }

  private static double[] doubles(ModelFile file, String name) {
    return (double[]) file.tensors().get("relation.0." + name);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("forgeries")
  void aForgedFileIsRefused(String name, String what, Consumer<ModelFile> forge) {
    Table table = RelatedTables.all().get(name);
    ModelFile saved = Synthesis.fit(table, SynthesisRequest.of("independent", 3), RUN).save();
    Map<String, Object> tensors = new HashMap<>();
    saved
        .tensors()
        .forEach(
            (key, tensor) ->
                tensors.put(
                    key,
                    switch (tensor) {
                      case int[] values -> values.clone();
                      case double[] values -> values.clone();
                      default -> tensor;
                    }));
    ModelFile forged = new ModelFile(saved.header().deepCopy(), tensors);
    assertThat(Synthesizers.load(forged).schema()).isEqualTo(table.schema());
    forge.accept(forged);
    assertThatThrownBy(() -> Synthesizers.load(forged))
        .as(what)
        .isInstanceOf(CorruptModelException.class);
  }
}
