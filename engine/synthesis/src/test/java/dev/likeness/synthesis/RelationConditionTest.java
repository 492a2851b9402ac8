package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.Field;
import dev.likeness.table.Table;
import dev.likeness.table.condition.Condition;
import dev.likeness.table.condition.ConditionBinder;
import dev.likeness.table.condition.ConditionText;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.Restriction;
import dev.likeness.table.relation.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions on columns that relations would take out of the model. */
class RelationConditionTest {

  private static final int MADE = 600;

  /**
   * A wish and what becomes of the relation.
   *
   * @param table in which it holds
   * @param wished conditions
   * @param notation of the relation
   * @param kept whether it is kept all the same
   */
  private record Wish(String table, List<String> wished, String notation, boolean kept) {}

  private static final List<Wish> WISHES =
      List.of(
          new Wish("equal columns", List.of("paid>=30"), "paid = price", true),
          new Wish("equal columns", List.of("price>=10", "paid<50"), "paid = price", true),
          new Wish("equal columns", List.of("shade=colour-1"), "shade = colour", true),
          new Wish("what follows", List.of("city=city-3"), "city → region", true),
          new Wish("what follows", List.of("region=region-1"), "city → region", false),
          new Wish(
              "what follows from a number", List.of("school=school-2"), "grade → school", true),
          new Wish(
              "what follows from a number", List.of("school!=school-1"), "grade → school", true),
          new Wish("one to one", List.of("currency=money-14"), "currency ↔ country", true),
          new Wish("sum", List.of("total>=500"), "total = net + vat + fee", false),
          new Wish("sum", List.of("fee<20"), "total = net + vat + fee", true),
          new Wish("flags", List.of("is_2=1"), "one of is_0, is_1, is_2, is_3", true),
          new Wish("flags in words", List.of("in_1=no"), "one of in_0, in_1, in_2, in_3", true),
          new Wish("order of dates", List.of("shipped>=2019-09-01"), "ordered ≤ shipped", false),
          new Wish("order of dates", List.of("ordered<2019-09-01"), "ordered ≤ shipped", true),
          new Wish("order of numbers", List.of("price_high<60"), "price_mid ≤ price_high", true),
          new Wish("computed", List.of("year>=1990"), "year = year of born", false),
          new Wish(
              "combinations", List.of("model=model-3"), "combinations of make and model", true),
          new Wish(
              "combinations",
              List.of("model in model-3,model-4", "make!=make-3"),
              "combinations of make and model",
              true));

  static Stream<Arguments> modelsAndWishes() {
    return Synthesizers.names().stream()
        .flatMap(model -> WISHES.stream().map(wish -> Arguments.of(model, wish)));
  }

  private static Conditions conditions(Table table, String... wished) {
    List<String> names = table.schema().fields().stream().map(Field::name).toList();
    List<Condition> where =
        Arrays.stream(wished).map(text -> ConditionText.parse(text, names)).toList();
    return Conditions.where(where);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("modelsAndWishes")
  void everyRowIsAsWishedAndWhatIsKeptHolds(String model, Wish wish) {
    Table table = RelatedTables.all().get(wish.table());
    Conditions conditions = conditions(table, wish.wished().toArray(String[]::new));
    SynthesisRequest request = SynthesisRequest.of(model, 3).with(conditions);
    FittedSynthesizer fitted = Synthesis.fit(table, request, RunContext.quiet());
    List<Table> batches = new ArrayList<>();
    Synthesis.sample(fitted, request, MADE, batches::add, RunContext.quiet());
    Table made = Batches.joined(batches);
    Restriction wanted = new ConditionBinder(table.schema()).restrictions(conditions).getFirst();
    assertThat(wanted.admits(made.columns())).hasSize(MADE).doesNotContain(false);
    assertThat(fitted.relations())
        .allMatch(relation -> relation.check(made).exceptions() == 0)
        .extracting(Relation::notation)
        .matches(kept -> kept.contains(wish.notation()) == wish.kept(), wish.notation());
  }

  @Test
  void aConditionThatNobodyAnnouncedIsRefusedByTheNameOfItsColumn() {
    Table table = RelatedTables.sum();
    FittedSynthesizer fitted =
        Synthesis.fit(table, SynthesisRequest.of("independent", 3), RunContext.quiet());
    SynthesisRequest late =
        SynthesisRequest.of("independent", 3).with(conditions(table, "total>=500"));
    assertThatThrownBy(() -> Synthesis.sample(fitted, late, 10, b -> {}, RunContext.quiet()))
        .isInstanceOf(UnmetConditionException.class)
        .hasMessageContaining("total")
        .satisfies(e -> assertThat(((UnmetConditionException) e).positions()).containsExactly(0));
  }

  @Test
  void sharesOfAColumnThatFollowsAreExact() {
    Table table = RelatedTables.followingNumber();
    List<String> names = table.schema().fields().stream().map(Field::name).toList();
    Conditions shares =
        Conditions.none()
            .with(ConditionText.rebalance("school: school-0=0.75, school-1=0.25", names));
    SynthesisRequest request = SynthesisRequest.of("boost", 3).with(shares);
    FittedSynthesizer fitted = Synthesis.fit(table, request, RunContext.quiet());
    List<Table> batches = new ArrayList<>();
    Synthesis.sample(fitted, request, 400, batches::add, RunContext.quiet());
    Table made = Batches.joined(batches);
    assertThat(Batches.text(made).stream().filter(row -> row.contains("school-0")).count())
        .isEqualTo(300);
    assertThat(fitted.relations()).hasSize(1);
    assertThat(fitted.relations().getFirst().check(made).exceptions()).isZero();
  }
}
