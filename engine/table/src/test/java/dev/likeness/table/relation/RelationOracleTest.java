package dev.likeness.table.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of relation against what it says, spelt out row by row, on small random tables: x, y,
 * z are numbers of few values, k and m names, f and g flags, d and e dates; any cell may be
 * missing.
 */
class RelationOracleTest {

  private static final List<String> NAMES = List.of("x", "y", "z", "k", "m", "f", "g", "d", "e");
  private static final int ROWS = 60;
  private static final LocalDate FIRST = LocalDate.of(1999, 11, 20);

  /** A row as its values: {@code Double}, {@code String} or {@code LocalDate}. */
  private record Row(Map<String, Object> cells) {
    Optional<Object> get(String name) {
      return Optional.ofNullable(cells.get(name));
    }

    double number(String name) {
      return (Double) cells.get(name);
    }

    LocalDate date(String name) {
      return (LocalDate) cells.get(name);
    }

    boolean has(String... names) {
      return List.of(names).stream().allMatch(cells::containsKey);
    }
  }

  static List<Integer> seeds() {
    return java.util.stream.IntStream.range(0, 60).boxed().toList();
  }

  private static List<Row> rows(int seed) {
    CounterRandom random = CounterRandom.of(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Map<String, Object> cells = new HashMap<>();
      for (int column = 0; column < NAMES.size(); column++) {
        String name = NAMES.get(column);
        int value = (int) random.below(3 + seed % 5, i, column);
        if (random.uniform(i, 50 + column) > 0.04 * (seed % 4)) {
          cells.put(name, cell(name, value, (int) random.below(900, i, 80 + column)));
        }
      }
      rows.add(new Row(cells));
    }
    return rows;
  }

  private static Object cell(String name, int value, int days) {
    return switch (name) {
      case "x", "y", "z" -> (double) value;
      case "k", "m" -> "v" + value;
      case "f", "g" -> value == 0 ? "yes" : "no";
      default -> FIRST.plusDays(days);
    };
  }

  private static Table table(List<Row> rows) {
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (String name : NAMES) {
      switch (name) {
        case "x", "y", "z" -> {
          fields.add(Field.numeric(name, 0));
          columns.add(
              new NumericColumn(
                  rows.stream()
                      .mapToDouble(row -> row.has(name) ? row.number(name) : Double.NaN)
                      .toArray()));
        }
        case "d", "e" -> {
          TemporalFormat format = new TemporalFormat("uuuu-MM-dd", ChronoUnit.DAYS, "");
          fields.add(
              new Field(name, StorageType.TEMPORAL, Measure.CONTINUOUS, Role.HARMLESS, format));
          columns.add(
              new TemporalColumn(
                  rows.stream()
                      .mapToLong(
                          row ->
                              row.has(name) ? row.date(name).toEpochDay() : TemporalColumn.MISSING)
                      .toArray()));
        }
        default -> {
          List<String> dictionary =
              rows.stream()
                  .flatMap(row -> row.get(name).stream())
                  .map(String::valueOf)
                  .distinct()
                  .toList();
          fields.add(Field.nominal(name));
          columns.add(
              new CategoricalColumn(
                  rows.stream()
                      .mapToInt(row -> dictionary.indexOf(String.valueOf(row.cells.get(name))))
                      .toArray(),
                  dictionary));
        }
      }
    }
    return new Table(new Schema(fields), columns);
  }

  /** What a row says: nothing, that it holds, that it does not. */
  private static Support counted(List<Row> rows, Function<Row, Optional<Boolean>> says) {
    long asked = rows.stream().filter(row -> says.apply(row).isPresent()).count();
    long broken = rows.stream().filter(row -> says.apply(row).equals(Optional.of(false))).count();
    return new Support(asked, broken);
  }

  private static Function<Row, Optional<Boolean>> where(
      String[] present, Function<Row, Boolean> holds) {
    return row -> row.has(present) ? Optional.of(holds.apply(row)) : Optional.empty();
  }

  private static String[] all(String... names) {
    return names;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rowByRowRelations(int seed) {
    List<Row> rows = rows(seed);
    Table table = table(rows);
    Support none = Support.NONE;
    Map<Relation, Function<Row, Optional<Boolean>>> oracles = new HashMap<>();
    oracles.put(
        new Inequality("x", "y", false, none),
        where(all("x", "y"), row -> row.number("x") <= row.number("y")));
    oracles.put(
        new Inequality("d", "e", true, none),
        where(all("d", "e"), row -> row.date("d").isBefore(row.date("e"))));
    oracles.put(
        new SumOfColumns("z", List.of("x", "y"), 0.5, none),
        where(all("x", "y", "z"), row -> row.number("x") + row.number("y") == row.number("z")));
    oracles.put(
        new DerivedColumn("z", Formula.PRODUCT, List.of("x", "y"), 1, 0, 0.1, none),
        where(all("x", "y", "z"), row -> row.number("x") * row.number("y") == row.number("z")));
    oracles.put(
        new DerivedColumn("y", Formula.AFFINE, List.of("x"), 2, -1, 0.1, none),
        where(all("x", "y"), row -> 2 * row.number("x") - 1 == row.number("y")));
    oracles.put(
        new DerivedColumn("x", Formula.AGE, List.of("d", "e"), 1, 0, 0, none),
        where(
            all("x", "d", "e"),
            row -> Period.between(row.date("d"), row.date("e")).getYears() == row.number("x")));
    oracles.put(
        new DerivedColumn("x", Formula.DAYS_BETWEEN, List.of("d", "e"), 1, 0, 1, none),
        where(
            all("x", "d", "e"),
            row ->
                Math.abs(row.date("e").toEpochDay() - row.date("d").toEpochDay() - row.number("x"))
                    <= 1));
    oracles.put(
        new DerivedColumn("x", Formula.MONTH, List.of("d"), 1, 0, 0, none),
        where(all("x", "d"), row -> row.date("d").getMonthValue() == row.number("x")));
    oracles.put(
        new OneHotGroup(List.of("f", "g"), none),
        where(
            all("f", "g"),
            row ->
                row.get("f").equals(Optional.of("yes")) ^ row.get("g").equals(Optional.of("yes"))));
    oracles.put(
        new EqualColumns("k", "m", none), row -> Optional.of(row.get("k").equals(row.get("m"))));
    oracles.put(
        new ConditionalMissingness("x", "k", List.of(), none),
        row -> Optional.of(row.has("x") == row.has("k")));
    oracles.put(
        new ConditionalMissingness("x", "k", List.of("v0", "v2"), none),
        row ->
            Optional.of(
                !row.has("x")
                    == (Set.of(Optional.of("v0"), Optional.of("v2")).contains(row.get("k")))));
    oracles.forEach(
        (relation, says) ->
            assertThat(relation.check(table))
                .as(relation.sentence())
                .isEqualTo(counted(rows, says)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void relationsOfManyRows(int seed) {
    List<Row> rows = rows(seed);
    Table table = table(rows);
    for (String to : List.of("x", "m", "d")) {
      long forth = strays(rows.stream().filter(row -> row.has("k")).toList(), "k", to);
      long back = strays(rows.stream().filter(row -> row.has("k", to)).toList(), to, "k");
      long asked = rows.stream().filter(row -> row.has("k")).count();
      assertThat(new FunctionalDependency("k", to, false, Support.NONE).check(table))
          .isEqualTo(new Support(asked, forth));
      assertThat(new FunctionalDependency("k", to, true, Support.NONE).check(table))
          .isEqualTo(new Support(asked, Math.max(forth, back)));
    }
    List<Row> complete = rows.stream().filter(row -> row.has("k", "y", "d")).toList();
    long different = complete.stream().map(row -> values(row, "k", "y", "d")).distinct().count();
    assertThat(new UniqueKey(List.of("k", "y", "d"), Support.NONE).check(table))
        .isEqualTo(new Support(complete.size(), complete.size() - different));
    List<Row> both = rows.stream().filter(row -> row.has("k", "m")).toList();
    Set<List<Object>> pairs = new HashSet<>(both.stream().map(r -> values(r, "k", "m")).toList());
    assertThat(new FixedCombinations(List.of("k", "m"), 2, 9, Support.NONE).check(table))
        .isEqualTo(new Support(both.size(), Math.max(0, pairs.size() - 2)));
  }

  private static List<Object> values(Row row, String... names) {
    return List.of(names).stream()
        .map(name -> Objects.requireNonNull(row.cells.get(name)))
        .toList();
  }

  /** Rows whose dependent is not the most frequent one of their determinant. */
  private static long strays(List<Row> rows, String from, String to) {
    long strays = 0;
    for (Object value : rows.stream().map(row -> row.get(from)).distinct().toList()) {
      Map<Object, Long> counts = new HashMap<>();
      rows.stream()
          .filter(row -> row.get(from).equals(value))
          .forEach(row -> counts.merge(row.get(to), 1L, Long::sum));
      long group = counts.values().stream().mapToLong(n -> n).sum();
      strays += group - counts.values().stream().mapToLong(n -> n).max().orElse(0);
    }
    return strays;
  }
}
