package dev.likeness.synthesis;

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
import dev.likeness.table.TextColumn;
import dev.likeness.table.TextFormat;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tables for tests, made from counters: the same every time. */
public final class TestTables {

  private TestTables() {}

  public static Field moment(String name) {
    return new Field(
        name,
        StorageType.TEMPORAL,
        Measure.CONTINUOUS,
        Role.HARMLESS,
        new TemporalFormat("uuuu-MM-dd", ChronoUnit.DAYS, ""));
  }

  public static Field text(String name) {
    return new Field(
        name, StorageType.TEXT, Measure.NOMINAL, Role.DIRECT_IDENTIFIER, TextFormat.PLAIN);
  }

  public static CategoricalColumn categories(int... codes) {
    int largest = Arrays.stream(codes).max().orElse(-1);
    return new CategoricalColumn(
        codes, IntStream.rangeClosed(0, largest).mapToObj(i -> "level-" + i).toList());
  }

  /** Dependent numbers, moments, categories, text and missing values. */
  public static Table mixed(int rows) {
    CounterRandom random = CounterRandom.of(7);
    double[] age = new double[rows];
    double[] income = new double[rows];
    int[] city = new int[rows];
    int[] flag = new int[rows];
    long[] joined = new long[rows];
    List<Optional<String>> name = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double u = random.uniform(i, 0);
      age[i] = 18 + Math.floor(60 * u);
      boolean spike = random.uniform(i, 1) < 0.3;
      income[i] = spike ? 0 : Math.rint(100 * (1000 * u + 400 * random.uniform(i, 2))) / 100;
      city[i] = (int) (8 * u * random.uniform(i, 3));
      flag[i] = u + random.uniform(i, 4) > 1 ? 1 : 0;
      joined[i] = -20_000 + (long) (30_000 * random.uniform(i, 5));
      if (random.uniform(i, 6) < 0.1) {
        age[i] = Double.NaN;
        joined[i] = TemporalColumn.MISSING;
      }
      if (random.uniform(i, 7) < 0.05) {
        city[i] = CategoricalColumn.MISSING;
      }
      name.add(i % 10 == 0 ? Optional.empty() : Optional.of("person " + i));
    }
    return new Table(
        Schema.of(
            Field.numeric("age", 0),
            text("name"),
            Field.numeric("income", 2),
            Field.nominal("city"),
            Field.nominal("flag"),
            moment("joined")),
        List.of(
            new NumericColumn(age),
            new TextColumn(name),
            new NumericColumn(income),
            new CategoricalColumn(city, List.of("a", "b", "c", "d", "e", "f", "g", "h")),
            new CategoricalColumn(flag, List.of("no", "yes")),
            new TemporalColumn(joined)));
  }

  /** Tables at the edge of what a table can be, by name. */
  public static Map<String, Table> degenerate() {
    Map<String, Table> tables = new LinkedHashMap<>();
    Table mixed = mixed(300);
    tables.put("no row", mixed.select(new int[0]));
    tables.put("one row", mixed.select(new int[] {3}));
    tables.put("two rows", mixed.select(new int[] {3, 4}));
    tables.put("nine rows", mixed.select(IntStream.range(0, 9).toArray()));
    tables.put("one number column", columns(mixed, 2));
    tables.put("one category column", columns(mixed, 3));
    tables.put("only text", columns(mixed, 1));
    tables.put("only numbers", columns(mixed, 0, 2, 5));
    tables.put("only categories", columns(mixed, 3, 4));
    tables.put("constant columns", constant(300));
    tables.put("all missing", missing(300));
    tables.put("the same column twice", twice(mixed));
    return tables;
  }

  private static Table columns(Table table, int... positions) {
    return new Table(
        new Schema(Arrays.stream(positions).mapToObj(table.schema()::field).toList()),
        Arrays.stream(positions).mapToObj(table::column).toList());
  }

  private static Table constant(int rows) {
    double[] numbers = new double[rows];
    long[] moments = new long[rows];
    Arrays.fill(numbers, 4.25);
    Arrays.fill(moments, 12_345);
    return new Table(
        Schema.of(Field.numeric("x", 2), Field.nominal("c"), moment("t")),
        List.of(
            new NumericColumn(numbers),
            new CategoricalColumn(new int[rows], List.of("same")),
            new TemporalColumn(moments)));
  }

  private static Table missing(int rows) {
    double[] numbers = new double[rows];
    long[] moments = new long[rows];
    int[] codes = new int[rows];
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(moments, TemporalColumn.MISSING);
    Arrays.fill(codes, CategoricalColumn.MISSING);
    List<Optional<String>> text = java.util.Collections.nCopies(rows, Optional.empty());
    return new Table(
        Schema.of(Field.numeric("x", 0), Field.nominal("c"), moment("t"), text("n")),
        List.of(
            new NumericColumn(numbers),
            new CategoricalColumn(codes, List.of()),
            new TemporalColumn(moments),
            new TextColumn(text)));
  }

  private static Table twice(Table table) {
    Column age = table.column(0);
    Column flag = table.column(4);
    return new Table(
        Schema.of(
            Field.numeric("x", 0), Field.numeric("y", 0), Field.nominal("f"), Field.nominal("g")),
        List.of(age, age, flag, flag));
  }

  /** Many columns of every kind that hang on one hidden number. */
  public static Table wide(int rows, int width) {
    CounterRandom random = CounterRandom.of(11);
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      double[] latent = new double[rows];
      for (int i = 0; i < rows; i++) {
        latent[i] = 0.5 * random.uniform(i, 0) + 0.5 * random.uniform(i, c + 1);
      }
      if (c % 3 == 0) {
        fields.add(Field.nominal("c" + c));
        columns.add(categories(Arrays.stream(latent).mapToInt(u -> (int) (5 * u)).toArray()));
      } else {
        fields.add(Field.numeric("c" + c, 3));
        columns.add(
            new NumericColumn(
                Arrays.stream(latent).map(u -> Math.rint(1000 * u) / 1000).toArray()));
      }
    }
    return new Table(new Schema(fields), columns);
  }
}
