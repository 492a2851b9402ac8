package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.RelationFinder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model promises of relations, over a table for each kind of them. */
class RelationContractTest {

  private static final Map<String, Table> TABLES = RelatedTables.all();
  private static final int MADE = 4000;

  static Stream<Arguments> modelsAndTables() {
    return Synthesizers.names().stream()
        .flatMap(
            model ->
                TABLES.entrySet().stream()
                    .map(entry -> Arguments.of(model, entry.getKey(), entry.getValue())));
  }

  static Stream<String> models() {
    return Synthesizers.names().stream();
  }

  private static FittedSynthesizer fit(
      String model, Table table, Relations relations, int threads) {
    return Synthesis.fit(
        table,
        SynthesisRequest.of(model, 3).with(relations),
        RunContext.quiet().withThreads(threads));
  }

  private static Table rows(FittedSynthesizer model, long from, long to, int threads) {
    List<Table> batches = new ArrayList<>();
    model.sample(
        new SampleRequest(from, to, 5), batches::add, RunContext.quiet().withThreads(threads));
    return Batches.joined(batches);
  }

  private static byte[] bytes(FittedSynthesizer model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFiles.write(model.save(), out);
    return out.toByteArray();
  }

  private static List<Relation> broken(List<Relation> relations, Table made) {
    return relations.stream().filter(relation -> relation.check(made).exceptions() > 0).toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("modelsAndTables")
  void keepsEveryRelationThatItNamesInEveryRow(String model, String name, Table table) {
    FittedSynthesizer fitted = fit(model, table, Relations.KEEP, 2);
    Table made = rows(fitted, 0, MADE, 2);
    assertThat(fitted.relations()).as("relations of " + name).isNotEmpty();
    assertThat(made.rows()).isEqualTo(MADE);
    assertThat(made.schema()).isEqualTo(table.schema());
    assertThat(broken(fitted.relations(), made)).isEmpty();
    assertThat(fitted.relations()).allMatch(kept -> kept.check(made).rows() > MADE / 2);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("modelsAndTables")
  void makesTheSameRowsAgain(String model, String name, Table table) throws IOException {
    FittedSynthesizer fitted = fit(model, table, Relations.KEEP, 2);
    Table made = rows(fitted, 0, MADE, 2);
    assertThat(bytes(fit(model, table, Relations.KEEP, 1))).isEqualTo(bytes(fitted));
    assertThat(Batches.text(rows(fitted, 0, MADE, 1))).isEqualTo(Batches.text(made));
    assertThat(Batches.text(rows(fitted, 1234, 1300, 1)))
        .isEqualTo(Batches.text(made).subList(1234, 1300));
    FittedSynthesizer loaded =
        Synthesizers.load(ModelFiles.read(new ByteArrayInputStream(bytes(fitted))));
    assertThat(Batches.text(rows(loaded, 0, MADE, 2))).isEqualTo(Batches.text(made));
    assertThat(loaded.relations()).isEqualTo(fitted.relations());
    assertThat(bytes(loaded)).isEqualTo(bytes(fitted));
  }

  @Test
  void withoutTheEncodingRowsBreakEveryKind() {
    TABLES.forEach(
        (name, table) -> {
          List<Relation> kept = fit("independent", table, Relations.KEEP, 2).relations();
          FittedSynthesizer left = fit("independent", table, Relations.OFF, 2);
          assertThat(left.relations()).isEmpty();
          assertThat(broken(kept, rows(left, 0, MADE, 2))).as(name).isNotEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void findsEveryKindThatHolds(String model) {
    Schema schema = TABLES.get("everything").schema();
    List<String> kept =
        fit(model, TABLES.get("everything"), Relations.KEEP, 2).relations().stream()
            .map(Relation::notation)
            .toList();
    assertThat(schema.width()).isGreaterThan(20);
    assertThat(kept)
        .contains(
            "paid = price",
            "shade = colour",
            "city → region",
            "region → country",
            "total = net + vat + fee",
            "one of is_0, is_1, is_2, is_3",
            "ordered ≤ shipped");
    assertThat(RelationFinder.find(TABLES.get("everything"), RunContext.quiet()).size())
        .isGreaterThanOrEqualTo(kept.size());
  }
}
