package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Table;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.Operator;
import dev.likeness.table.condition.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered model promises about conditions. */
class ConditionContractTest {

  private static final Table MIXED = TestTables.mixed(3000);
  private static final int AGE = 0;
  private static final int INCOME = 2;
  private static final int CITY = 3;
  private static final int FLAG = 4;
  private static final int JOINED = 5;
  private static final Map<String, FittedSynthesizer> FITTED = new ConcurrentHashMap<>();

  static Stream<Synthesizer<?>> models() {
    return Synthesizers.all().stream();
  }

  private static FittedSynthesizer fitted(Synthesizer<?> model) {
    return FITTED.computeIfAbsent(model.name(), name -> fit(model, Set.of()));
  }

  private static <O extends Record> FittedSynthesizer fit(
      Synthesizer<O> model, Set<Integer> conditioned) {
    O options = Synthesizers.bind(model, JsonNodeFactory.instance.objectNode());
    return model.fit(MIXED, options, new FitContext(1, RunContext.quiet(), conditioned));
  }

  private static List<Table> batches(FittedSynthesizer model, SampleRequest request, int threads) {
    List<Table> batches = new ArrayList<>();
    model.sample(request, batches::add, RunContext.quiet().withThreads(threads));
    return batches;
  }

  private static List<Integer> codes(List<Table> batches, int column) {
    return batches.stream()
        .flatMapToInt(batch -> Arrays.stream(((CategoricalColumn) batch.column(column)).codes()))
        .boxed()
        .toList();
  }

  private static Restriction where(int column, dev.likeness.table.condition.ValueSet set) {
    return Restriction.none().and(column, set);
  }

  static List<Restriction> restrictions() {
    return List.of(
        where(FLAG, CategorySet.where(Operator.EQUAL, "yes")),
        where(CITY, CategorySet.of(Set.of("b", "d")).orMissing()),
        where(CITY, CategorySet.where(Operator.NOT_EQUAL, "a")),
        where(CITY, CategorySet.where(Operator.AT_LEAST, "c")),
        where(AGE, NumberSet.where(Operator.AT_LEAST, 60)),
        where(AGE, NumberSet.MISSING),
        where(AGE, NumberSet.of(25, 35, 45)),
        where(INCOME, NumberSet.of(0)),
        where(INCOME, NumberSet.between(199.5, 700.25)),
        where(JOINED, NumberSet.where(Operator.LESS, -10_000)),
        where(AGE, NumberSet.where(Operator.LESS, 30))
            .and(INCOME, NumberSet.where(Operator.GREATER, 0))
            .and(FLAG, CategorySet.where(Operator.EQUAL, "no"))
            .and(CITY, CategorySet.PRESENT));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyRowFulfilsItsCondition(Synthesizer<?> model) {
    for (Restriction restriction : restrictions()) {
      SampleRequest request = SampleRequest.rows(3000, 5).with(RowPlan.under(restriction));
      for (Table batch : batches(fitted(model), request, 2)) {
        assertThat(restriction.admits(batch.columns())).doesNotContain(false);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void conditionedRowsAreTheSameForAnyThreadsAndRange(Synthesizer<?> model) {
    Restriction old = restrictions().get(4);
    RowPlan plan =
        new RowPlan(
            List.of(
                new RowPlan.Stretch(List.of(new RowPlan.Part(restrictions().getLast(), 500))),
                new RowPlan.Stretch(
                    List.of(
                        new RowPlan.Part(old, 3000), new RowPlan.Part(Restriction.none(), 999)))));
    FittedSynthesizer fitted = fitted(model);
    SampleRequest all = new SampleRequest(0, plan.rows(), 5, plan);
    List<Integer> rows = codes(batches(fitted, all, 1), CITY);
    assertThat(codes(batches(fitted, all, 2), CITY)).isEqualTo(rows);
    SampleRequest part = new SampleRequest(300, 3300, 5, plan);
    assertThat(codes(batches(fitted, part, 2), CITY)).isEqualTo(rows.subList(300, 3300));
  }

  @ParameterizedTest
  @MethodSource("models")
  void mixesTheSharesOfAStretchExactlyAndThroughout(Synthesizer<?> model) {
    RowPlan plan =
        new RowPlan(
            List.of(
                new RowPlan.Stretch(
                    List.of(
                        new RowPlan.Part(
                            where(FLAG, CategorySet.where(Operator.EQUAL, "yes")), 7501),
                        new RowPlan.Part(
                            where(FLAG, CategorySet.where(Operator.EQUAL, "no")), 2499)))));
    SampleRequest request = new SampleRequest(0, 10_000, 5, plan);
    List<Integer> flags = codes(batches(fitted(model), request, 2), FLAG);
    assertThat(flags.stream().filter(flag -> flag == 1)).hasSize(7501);
    for (int from = 0; from < 10_000; from += 1000) {
      long yes = flags.subList(from, from + 1000).stream().filter(flag -> flag == 1).count();
      assertThat(yes).isBetween(690L, 810L);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysWhichConditionCannotBeMet(Synthesizer<?> model) {
    for (Restriction impossible :
        List.of(
            where(CITY, CategorySet.of(Set.of("nowhere"))),
            where(AGE, NumberSet.where(Operator.GREATER, 1000)))) {
      SampleRequest request = SampleRequest.rows(10, 5).with(RowPlan.under(impossible));
      String name = MIXED.schema().field(impossible.sets().firstKey()).name();
      assertThatThrownBy(() -> batches(fitted(model), request, 1))
          .isInstanceOf(UnmetConditionException.class)
          .hasMessageStartingWith("the conditions on " + name + " cannot be met: ");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void takesConditionsOnColumnsThatTheFitWasNotToldOf(Synthesizer<?> model) {
    FittedSynthesizer told = fit(model, Set.of(FLAG));
    Restriction restriction =
        where(CITY, CategorySet.of(Set.of("b"))).and(FLAG, CategorySet.of(Set.of("yes")));
    SampleRequest request = SampleRequest.rows(500, 5).with(RowPlan.under(restriction));
    assertThat(codes(batches(told, request, 2), CITY)).hasSize(500).containsOnly(1);
  }
}
