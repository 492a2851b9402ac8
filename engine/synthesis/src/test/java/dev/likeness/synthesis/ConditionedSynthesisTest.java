package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Table;
import dev.likeness.table.condition.Condition;
import dev.likeness.table.condition.ConditionText;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.InvalidConditionException;
import dev.likeness.table.condition.InvalidConditionException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionedSynthesisTest {

  private static final Table TABLE = withRareCity(TestTables.mixed(2000));
  private static final List<String> NAMES =
      TABLE.schema().fields().stream().map(Field::name).toList();

  /** Three people live in a city of their own. */
  private static Table withRareCity(Table table) {
    CategoricalColumn city = (CategoricalColumn) table.column(3);
    int[] codes = city.codes().clone();
    Arrays.fill(codes, 500, 503, city.dictionary().size());
    List<String> names = new ArrayList<>(city.dictionary());
    names.add("secretville");
    List<Column> columns = new ArrayList<>(table.columns());
    columns.set(3, new CategoricalColumn(codes, names));
    return new Table(table.schema(), columns);
  }

  private static Condition condition(String text) {
    return ConditionText.parse(text, NAMES);
  }

  private static Conditions where(String... texts) {
    return Conditions.where(Arrays.stream(texts).map(ConditionedSynthesisTest::condition).toList());
  }

  private static SynthesisRequest request(Conditions conditions) {
    return SynthesisRequest.of("gaussian-copula", 3).with(conditions);
  }

  private static List<Table> made(Conditions conditions, long rows) {
    SynthesisRequest request = request(conditions);
    Synthesis.checkConditions(TABLE, request);
    FittedSynthesizer model = Synthesis.fit(TABLE, request, RunContext.quiet());
    List<Table> batches = new ArrayList<>();
    Synthesis.sample(model, request, request.rows(rows), batches::add, RunContext.quiet());
    return batches;
  }

  private static List<String> categories(List<Table> batches, int column) {
    return batches.stream()
        .map(batch -> (CategoricalColumn) batch.column(column))
        .flatMap(
            c ->
                Arrays.stream(c.codes()).mapToObj(code -> code < 0 ? "" : c.dictionary().get(code)))
        .toList();
  }

  @Test
  void makesTheRowsOfEachGroupOneAfterAnother() {
    Conditions groups =
        new Conditions(
            List.of(
                new Conditions.Group(OptionalLong.of(300), List.of(condition("flag = yes"))),
                new Conditions.Group(
                    OptionalLong.of(200), List.of(condition("flag = no"), condition("age < 40")))),
            java.util.Optional.empty());
    List<Table> batches = made(groups, 77);
    List<String> flags = categories(batches, 4);
    assertThat(flags).hasSize(500);
    assertThat(flags.subList(0, 300)).containsOnly("yes");
    assertThat(flags.subList(300, 500)).containsOnly("no");
  }

  @Test
  void rebalancesAColumnToTheRow() {
    Conditions shares =
        where("age >= 30")
            .with(ConditionText.rebalance("city: a=0.5, b=0.2, (missing)=0.1", NAMES));
    List<Table> batches = made(shares, 1001);
    Map<String, Long> counts =
        categories(batches, 3).stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts).containsEntry("a", 501L).containsEntry("b", 200L).containsEntry("", 100L);
    assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1001);
    for (Table batch : batches) {
      assertThat(Arrays.stream(((NumericColumn) batch.column(0)).values()))
          .allMatch(age -> age >= 30);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name is missing", "name is present"})
  void asksOfAHiddenColumnWhetherItIsMissing(String text) {
    List<Table> batches = made(where(text, "flag = yes"), 700);
    int missing = batches.stream().mapToInt(batch -> batch.column(1).missingCount()).sum();
    assertThat(missing).isEqualTo(text.endsWith("missing") ? 700 : 0);
  }

  @Test
  void learnsTheSameModelWhateverIsAskedLater() {
    FittedSynthesizer free = Synthesis.fit(TABLE, request(Conditions.none()), RunContext.quiet());
    SynthesisRequest request = request(where("flag = yes"));
    List<Table> again = new ArrayList<>();
    Synthesis.sample(free, request, 500, again::add, RunContext.quiet());
    assertThat(categories(again, 3)).isEqualTo(categories(made(where("flag = yes"), 500), 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UNKNOWN_VALUE | /conditions/0/value   | flag = yess      | did you mean yes?",
        "UNKNOWN_VALUE | /conditions/0/value/1 | flag in no,maybe | no such public value",
        "UNKNOWN_VALUE | /conditions/0/value   | city = secretville | no such public value",
        "UNKNOWN_VALUE | /conditions/0/value   | city = secretvile  | no such public value",
        "UNKNOWN_VALUE | /conditions/0/value   | city != nowhere  | the column city",
        "IMPOSSIBLE    | /conditions/0         | age > 200        | the column age has values from 1",
        "IMPOSSIBLE    | /conditions/0         | age = 30.5       | did you mean 3",
        "IMPOSSIBLE    | /conditions/0         | flag is missing  | flag has no missing values",
        "IMPOSSIBLE    | /conditions/0         | joined < 1800-01-01 | joined has values from 19",
        "UNKNOWN_VALUE | /conditions/0/value   | joined < 1.1.1990   | uuuu-MM-dd",
      })
  void refusesBeforeItRunsWhatNoRowCanBe(Reason reason, String pointer, String text, String told) {
    assertThatThrownBy(() -> Synthesis.checkConditions(TABLE, request(where(text))))
        .isInstanceOfSatisfying(
            InvalidConditionException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.pointer()).isEqualTo(pointer);
              assertThat(e.getMessage()).contains(told).doesNotContain("secretville");
            });
  }

  @Test
  void refusesWhatIsPossibleAloneButNotTogether() {
    assertThatThrownBy(
            () ->
                Synthesis.checkConditions(
                    TABLE, request(where("age > 30", "age < 31", "flag = no"))))
        .isInstanceOfSatisfying(
            InvalidConditionException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.IMPOSSIBLE));
    assertThatThrownBy(
            () ->
                Synthesis.checkConditions(
                    TABLE,
                    request(
                        where("flag = no").with(ConditionText.rebalance("flag: yes=0.5", NAMES)))))
        .isInstanceOfSatisfying(
            InvalidConditionException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.CONTRADICTION);
              assertThat(e.pointer()).isEqualTo("/rebalance/shares/yes");
            });
    assertThatThrownBy(
            () ->
                Synthesis.checkConditions(
                    TABLE,
                    request(
                        Conditions.none()
                            .with(ConditionText.rebalance("flag: yes=0.5, mo=0.5", NAMES)))))
        .hasMessageContaining("did you mean no?");
  }

  @Test
  void asksOnlyForColumnsThatAreKept() {
    SynthesisRequest narrow =
        new SynthesisRequest(
            "independent",
            JsonNodeFactory.instance.objectNode(),
            3,
            List.of(0, 3),
            where("flag = yes"));
    assertThatThrownBy(() -> Synthesis.checkConditions(TABLE, narrow))
        .isInstanceOfSatisfying(
            InvalidConditionException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_COLUMN));
  }
}
