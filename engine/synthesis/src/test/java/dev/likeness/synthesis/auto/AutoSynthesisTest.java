package dev.likeness.synthesis.auto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFiles;
import dev.likeness.synthesis.Synthesis;
import dev.likeness.synthesis.SynthesisRequest;
import dev.likeness.synthesis.TestTables;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Table;
import dev.likeness.table.condition.Condition;
import dev.likeness.table.condition.ConditionText;
import dev.likeness.table.condition.Conditions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code auto} as every surface of the product asks for it. */
class AutoSynthesisTest {

  private static final RunContext RUN = RunContext.quiet();

  private final List<List<Attempt>> heard = new ArrayList<>();

  private FittedSynthesizer fit(Table table, SynthesisRequest request) {
    TableContext columns =
        new TableContext(
            table.schema().fields().stream()
                .map(field -> new TableContext.Column(field, "none"))
                .toList());
    Guidance guidance = new Guidance(Optional.empty(), heard::add);
    return Synthesis.fit(table, request, columns, TreatmentPlan.none(), guidance, RUN);
  }

  private static SynthesisRequest request(String model, ObjectNode options) {
    return new SynthesisRequest(model, options, 6, List.of());
  }

  private static ObjectNode options() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static byte[] bytes(FittedSynthesizer model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFiles.write(model.save(), out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {29, 30, 99, 100, 1000, 1001, 1500})
  void theBordersAreThoseOfTheTableNotOfTheTrainingRows(int rows) throws IOException {
    Table table = TestTables.mixed(rows);

    FittedSynthesizer model = fit(table, request("auto", options()));

    Attempt last = heard.getLast().getLast();
    assertThat(last.outcome()).isEqualTo(Attempt.Outcome.CHOSEN);
    assertThat(model.provenance().model()).isEqualTo(last.model());
    boolean tried = rows >= 30 && rows <= 1000;
    assertThat(heard.getLast()).hasSizeGreaterThanOrEqualTo(tried && rows >= 100 ? 2 : 1);
    ObjectNode options =
        last.model().equals("boost") && tried ? options().put("memory", "low") : options();
    assertThat(bytes(model)).isEqualTo(bytes(fit(table, request(last.model(), options))));
    if (rows < 30) {
      assertThat(last.model()).isEqualTo("independent");
    } else if (rows > 1000) {
      assertThat(last.model()).isEqualTo("boost");
    }
  }

  @Test
  void whatIsTakenOutOfTheModelChangesNoAdvice() {
    Table twice = TestTables.degenerate().get("the same column twice");
    SynthesisRequest auto = request("auto", options());
    FittedSynthesizer model = fit(twice, auto);
    assertThat(heard.getLast()).hasSizeGreaterThan(1);
    assertThat(model.provenance().model()).isEqualTo(heard.getLast().getLast().model());
  }

  @Test
  void aTimeBudgetLeavesWhatIsCheap() {
    Table wide = TestTables.wide(3000, 200);
    SynthesisRequest hasty = request("auto", options().put("time_budget_seconds", 1));
    assertThat(fit(wide, hasty).provenance().model()).isNotEqualTo("boost");
  }

  @Test
  void rowsUnderConditionsAreThoseOfThePickedModel() throws IOException {
    Table table = TestTables.mixed(1500);
    Condition city = ConditionText.parse("city=b", List.of("city", "flag"));
    Conditions conditions = Conditions.where(List.of(city));
    SynthesisRequest auto = request("auto", options()).with(conditions);
    SynthesisRequest boost = request("boost", options()).with(conditions);

    FittedSynthesizer model = fit(table, auto);

    assertThat(bytes(model)).isEqualTo(bytes(fit(table, boost)));
    Synthesis.checkConditions(table, auto);
    Synthesis.sample(
        model,
        auto,
        300,
        batch -> {
          CategoricalColumn made = (CategoricalColumn) batch.column(3);
          assertThat(Arrays.stream(made.codes()).mapToObj(made.dictionary()::get))
              .containsOnly("b");
        },
        RUN);
  }

  @Test
  void conditionsMakeRowsDearerAndChangeNoChoice() {
    TableFacts facts = TableFacts.of(5000, TestTables.mixed(4000), 0);
    TableFacts conditioned = TableFacts.of(5000, TestTables.mixed(4000), 2);
    Recommendation free = Recommender.recommend(facts, Optional.empty());
    Recommendation bound = Recommender.recommend(conditioned, Optional.empty());
    assertThat(bound.first().model()).isEqualTo(free.first().model());
    assertThat(bound.seconds()).isGreaterThan(free.seconds());
  }
}
