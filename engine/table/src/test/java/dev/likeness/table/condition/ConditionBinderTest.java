package dev.likeness.table.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import dev.likeness.table.TextFormat;
import dev.likeness.table.condition.InvalidConditionException.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionBinderTest {

  private static final Schema SCHEMA =
      Schema.of(
          Field.numeric("age", 0),
          new Field(
              "pay",
              StorageType.NUMERIC,
              Measure.CONTINUOUS,
              Role.HARMLESS,
              new NumberFormat(2, 2, ',', Optional.of('.'), 1, "€ ", "", "n/a")),
          new Field(
              "day",
              StorageType.TEMPORAL,
              Measure.CONTINUOUS,
              Role.HARMLESS,
              new TemporalFormat("dd.MM.uuuu", ChronoUnit.DAYS, "")),
          Field.nominal("city"),
          new Field(
              "size",
              StorageType.CATEGORICAL,
              Measure.ORDINAL,
              Role.HARMLESS,
              new TextFormat("", List.of("?"))),
          new Field(
              "name", StorageType.TEXT, Measure.NOMINAL, Role.DIRECT_IDENTIFIER, TextFormat.PLAIN));

  private static final List<String> NAMES = SCHEMA.fields().stream().map(Field::name).toList();

  private static final List<Column> ROWS =
      List.of(
          new NumericColumn(new double[] {20, 30, 40, Double.NaN}),
          new NumericColumn(new double[] {1000, 1234.5, 0.05, Double.NaN}),
          new TemporalColumn(
              new long[] {LocalDate.of(2024, 1, 31).toEpochDay(), 0, -1, TemporalColumn.MISSING}),
          new CategoricalColumn(new int[] {0, 1, 2, -1}, List.of("Graz", "Linz", "a, b")),
          new CategoricalColumn(new int[] {0, 1, 2, -1}, List.of("S", "M", "L")),
          new TextColumn(
              List.of(Optional.of("x"), Optional.of("y"), Optional.empty(), Optional.empty())));

  private static Restriction restriction(String... texts) {
    List<Condition> where =
        Arrays.stream(texts).map(text -> ConditionText.parse(text, NAMES)).toList();
    return new ConditionBinder(SCHEMA).restrictions(Conditions.where(where)).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "age >= 30                | .xx.",
        "age > 30                 | ..x.",
        "age < 30                 | x...",
        "age <= 29.5              | x...",
        "age != 30                | x.x.",
        "age = 30                 | .x..",
        "age in 20,40             | x.x.",
        "age is missing           | ...x",
        "age is present           | xxx.",
        "pay = € 1.234,50         | .x..",
        "pay >= 1.000             | xx..",
        "pay < 0,1                | ..x.",
        "day = 31.01.2024         | x...",
        "day < 01.01.1970         | ..x.",
        "day in 01.01.1970        | .x..",
        "city = Linz              | .x..",
        "city != Linz             | x.x.",
        "city in Graz,\"a, b\"    | x.x.",
        "city is present          | xxx.",
        "size >= M                | .xx.",
        "size < M                 | x...",
        "name is missing          | ..xx",
        "name is present          | xx..",
      })
  void wantsTheRowsThatTheConditionHoldsFor(String text, String expected) {
    StringBuilder found = new StringBuilder();
    for (boolean admitted : restriction(text).admits(ROWS)) {
      found.append(admitted ? 'x' : '.');
    }
    assertThat(found.toString()).isEqualTo(expected);
  }

  @Test
  void allConditionsHoldTogether() {
    assertThat(restriction("age > 10", "age < 40", "city != Graz", "age != 25").admits(ROWS))
        .containsExactly(false, true, false, false);
  }

  @Test
  void takesPlainNumbersWhateverTheFormat() {
    Condition plain =
        new Condition.Comparison(
            "pay", Operator.EQUAL, Literal.of(new java.math.BigDecimal("1234.5")));
    assertThat(
            new ConditionBinder(SCHEMA)
                .restrictions(Conditions.where(List.of(plain)))
                .get(0)
                .admits(ROWS))
        .containsExactly(false, true, false, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UNKNOWN_VALUE | /conditions/0/value   | age = thirty",
        "UNKNOWN_VALUE | /conditions/0/value/1 | age in 1,x",
        "UNKNOWN_VALUE | /conditions/0/value   | pay = 12.5",
        "UNKNOWN_VALUE | /conditions/0/value   | pay = n/a",
        "UNKNOWN_VALUE | /conditions/0/value   | day = 2024-01-31",
        "UNKNOWN_VALUE | /conditions/0/value   | size = ?",
        "MALFORMED     | /conditions/0/op      | city > Linz",
        "MALFORMED     | /conditions/0/op      | name = x",
        "UNKNOWN_COLUMN| /conditions/0/column  | \"town\" = x",
      })
  void pointsToWhatItCannotUnderstand(Reason reason, String pointer, String text) {
    assertThatThrownBy(() -> restriction(text))
        .isInstanceOfSatisfying(
            InvalidConditionException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.pointer()).isEqualTo(pointer);
              assertThat(e.getMessage()).doesNotContain("thirty").doesNotContain("n/a");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "age < 30      | age > 30",
        "age = 30      | age is missing",
        "city = Linz   | city != Linz",
        "city in Linz  | city in Graz",
        "city = Linz   | city is missing",
      })
  void namesTheColumnWhoseConditionsExcludeEachOther(String first, String second) {
    assertThatThrownBy(() -> restriction("size = M", first, second))
        .isInstanceOfSatisfying(
            InvalidConditionException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.CONTRADICTION);
              assertThat(e.pointer()).isEqualTo("/conditions/2");
              assertThat(e.getMessage()).contains(first.substring(0, first.indexOf(' ')));
            });
  }

  private static List<ConditionBinder.BoundShare> shares(String text) {
    return new ConditionBinder(SCHEMA).shares(ConditionText.rebalance(text, NAMES));
  }

  @Test
  void givesWhatIsLeftToAllOtherValues() {
    List<ConditionBinder.BoundShare> cities = shares("city: Linz=0.5, Graz=0.25");
    assertThat(cities).extracting(ConditionBinder.BoundShare::share).containsExactly(.5, .25, .25);
    assertThat(cities.get(2).set().admits(ROWS.get(3))).containsExactly(false, false, true, true);
    List<ConditionBinder.BoundShare> ages = shares("age: 30=0.5, (missing)=0.25");
    assertThat(ages.get(2).set().admits(ROWS.get(0))).containsExactly(true, false, true, false);
    assertThat(shares("city: Linz=0.5, Graz=0.5")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/rebalance/shares      | city: Linz=0.6, Graz=0.6",
        "/rebalance/shares/Linz | city: Linz=-0.1",
        "/rebalance/shares/Linz | city: Linz=0.1, Linz=0.2",
        "/rebalance/column      | \"town\": Linz=0.1",
        "/rebalance/shares/x    | name: x=0.1",
      })
  void refusesSharesThatCannotBe(String pointer, String text) {
    assertThatThrownBy(() -> shares(text))
        .isInstanceOf(InvalidConditionException.class)
        .extracting(e -> ((InvalidConditionException) e).pointer())
        .isEqualTo(pointer);
  }

  @Test
  void findsWhatWasMeant() {
    List<String> names = List.of("Self-emp-not-inc", "Private", "State-gov");
    assertThat(Spelling.nearest("privat", names)).contains("Private");
    assertThat(Spelling.nearest("stategov ", names)).contains("State-gov");
    assertThat(Spelling.nearest("Federal", names)).isEmpty();
    assertThat(Spelling.nearest("ys", List.of("no", "yes"))).contains("yes");
    assertThat(Spelling.nearest("x", List.of("m", "f"))).isEmpty();
    assertThat(Spelling.edits("abcd", "abdc")).isEqualTo(1);
  }
}
