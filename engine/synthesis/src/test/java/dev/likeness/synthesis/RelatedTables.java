package dev.likeness.synthesis;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Tables in which a relation of each kind holds in every row, made from counters. */
final class RelatedTables {

  static final int ROWS = 2000;

  private static final CounterRandom RANDOM = CounterRandom.of(21);
  private static final int CITIES = 30;
  private static final int FEW = CITIES - 4;

  private final List<Field> fields = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final int rows;

  private RelatedTables(int rows) {
    this.rows = rows;
  }

  /** Tables by the kind of relation that holds in them. */
  static Map<String, Table> all() {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("equal columns", equal());
    tables.put("what follows", following());
    tables.put("what follows from a number", followingNumber());
    tables.put("one to one", twins());
    tables.put("sum", sum());
    tables.put("flags", flags());
    tables.put("flags in words", flagsInWords());
    tables.put("order of numbers", numbersInOrder());
    tables.put("order of dates", datesInOrder());
    tables.put("computed", computed());
    tables.put("combinations", combinations());
    tables.put("everything", everything());
    return tables;
  }

  private static double u(int row, int draw) {
    return RANDOM.uniform(row, draw);
  }

  private RelatedTables number(String name, int decimals, IntToDoubleFunction value) {
    fields.add(Field.numeric(name, decimals));
    columns.add(new NumericColumn(IntStream.range(0, rows).mapToDouble(value).toArray()));
    return this;
  }

  private RelatedTables category(String name, List<String> names, IntUnaryOperator code) {
    fields.add(Field.nominal(name));
    columns.add(new CategoricalColumn(IntStream.range(0, rows).map(code).toArray(), names));
    return this;
  }

  private RelatedTables moment(String name, IntToLongFunction day) {
    fields.add(TestTables.moment(name));
    columns.add(new TemporalColumn(IntStream.range(0, rows).mapToLong(day).toArray()));
    return this;
  }

  private Table table() {
    return new Table(new Schema(fields), columns);
  }

  private static List<String> names(String stem, int count) {
    return IntStream.range(0, count).mapToObj(i -> stem + "-" + i).toList();
  }

  private static double cents(double value) {
    return Math.rint(100 * value) / 100;
  }

  private static double age(int row) {
    return 18 + Math.floor(50 * u(row, 0));
  }

  /** A number and a category, each beside its copy, some of them missing. */
  static Table equal() {
    IntToDoubleFunction number = i -> u(i, 1) < 0.1 ? Double.NaN : cents(100 * u(i, 2) * u(i, 3));
    IntUnaryOperator code = i -> u(i, 4) < 0.1 ? -1 : (int) (6 * u(i, 5) * u(i, 0));
    return new RelatedTables(ROWS)
        .number("age", 0, RelatedTables::age)
        .number("price", 2, number)
        .category("colour", names("colour", 6), code)
        .number("paid", 2, number)
        .category("shade", names("colour", 6), code)
        .table();
  }

  /** Most cities have many rows, the last four have a few each, some are missing. */
  private static int city(int row) {
    double at = u(row, 6);
    return row % 401 == 0 ? FEW + row / 401 % 4 : u(row, 7) < 0.004 ? -1 : (int) (FEW * at * at);
  }

  private static int region(int row) {
    int city = city(row);
    return city < 0 ? (int) (5 * u(row, 8)) : city % 5;
  }

  static Table following() {
    return new RelatedTables(ROWS)
        .number("age", 0, RelatedTables::age)
        .category("city", names("city", CITIES), RelatedTables::city)
        .category("region", names("region", 5), RelatedTables::region)
        .number("tax", 1, i -> 5 + 0.5 * (region(i) % 3))
        .table();
  }

  static Table followingNumber() {
    IntUnaryOperator grade = i -> (int) (12 * u(i, 9));
    return new RelatedTables(ROWS)
        .number("grade", 0, grade::applyAsInt)
        .category("school", names("school", 3), i -> grade.applyAsInt(i) / 4)
        .number("age", 0, RelatedTables::age)
        .table();
  }

  /** Five of the codes have too few rows to be public. */
  static Table twins() {
    IntUnaryOperator code = i -> i % 97 == 0 ? 12 + i / 97 % 5 : (int) (12 * u(i, 10) * u(i, 0));
    return new RelatedTables(ROWS)
        .category("country", names("country", 17), code)
        .number("age", 0, RelatedTables::age)
        .category("currency", names("money", 17), i -> 16 - code.applyAsInt(i))
        .table();
  }

  private static double net(int row) {
    return u(row, 11) < 0.05 ? Double.NaN : cents(1000 * u(row, 12) * u(row, 0));
  }

  private static double fee(int row) {
    return u(row, 13) < 0.4 ? 0 : cents(50 * u(row, 14));
  }

  static Table sum() {
    IntToDoubleFunction vat = i -> cents(0.2 * 1000 * u(i, 15));
    return new RelatedTables(ROWS)
        .number("total", 2, i -> cents(net(i) + vat.applyAsDouble(i) + fee(i)))
        .number("net", 2, RelatedTables::net)
        .number("vat", 2, vat)
        .number("fee", 2, RelatedTables::fee)
        .number("age", 0, RelatedTables::age)
        .table();
  }

  private static int group(int row) {
    double at = u(row, 16);
    return (int) (4 * at * at);
  }

  static Table flags() {
    RelatedTables table = new RelatedTables(ROWS).number("age", 0, RelatedTables::age);
    for (int flag = 0; flag < 4; flag++) {
      int set = flag;
      table.number("is_" + flag, 0, i -> group(i) == set ? 1 : 0);
    }
    return table.number("size", 1, i -> Math.rint(10 * (group(i) + u(i, 17))) / 10).table();
  }

  static Table flagsInWords() {
    RelatedTables table = new RelatedTables(ROWS).number("age", 0, RelatedTables::age);
    for (int flag = 0; flag < 4; flag++) {
      int set = flag;
      table.category("in_" + flag, List.of("no", "yes"), i -> group(i) == set ? 1 : 0);
    }
    return table.table();
  }

  /** Low, middle and high price of a day; the middle one is missing now and then. */
  static Table numbersInOrder() {
    IntToDoubleFunction low = i -> cents(50 + 20 * u(i, 0));
    IntToDoubleFunction middle = i -> cents(low.applyAsDouble(i) + 8 * u(i, 18) * u(i, 19));
    IntToDoubleFunction high = i -> cents(middle.applyAsDouble(i) + 5 * u(i, 20));
    return new RelatedTables(ROWS)
        .number("price_high", 2, high)
        .number("price_low", 2, low)
        .number("price_mid", 2, i -> u(i, 21) < 0.05 ? Double.NaN : middle.applyAsDouble(i))
        .number("age", 0, RelatedTables::age)
        .table();
  }

  static Table datesInOrder() {
    IntToLongFunction ordered = i -> 18_000 + (long) (300 * u(i, 0));
    return new RelatedTables(ROWS)
        .moment("ordered", ordered)
        .moment(
            "shipped",
            i ->
                u(i, 22) < 0.1
                    ? TemporalColumn.MISSING
                    : ordered.applyAsLong(i) + (long) (40 * u(i, 23) * u(i, 24)))
        .number("items", 0, i -> 1 + Math.floor(6 * u(i, 25)))
        .table();
  }

  static Table computed() {
    IntToLongFunction born = i -> -3000 + (long) (20_000 * u(i, 0));
    IntToLongFunction joined = i -> 17_500 + (long) (900 * u(i, 26));
    return new RelatedTables(ROWS)
        .number("amount", 0, i -> 2 + Math.floor(40 * u(i, 27)))
        .number("rate", 2, i -> cents(1 + 9 * u(i, 28)))
        .number("price", 2, i -> cents((2 + Math.floor(40 * u(i, 27))) * cents(1 + 9 * u(i, 28))))
        .moment("born", born)
        .number("year", 0, i -> LocalDate.ofEpochDay(born.applyAsLong(i)).getYear())
        .moment("joined", joined)
        .number("celsius", 1, i -> Math.rint(10 * 40 * u(i, 29)) / 10)
        .number("fahrenheit", 2, i -> cents(32 + 1.8 * (Math.rint(10 * 40 * u(i, 29)) / 10)))
        .table();
  }

  static Table combinations() {
    IntUnaryOperator make = i -> (int) (12 * u(i, 30));
    return new RelatedTables(ROWS)
        .category("make", names("make", 12), make)
        .number("age", 0, RelatedTables::age)
        .category(
            "model", names("model", 12), i -> (make.applyAsInt(i) + (int) (3 * u(i, 31))) % 12)
        .table();
  }

  /**
   * Values that one row each has, in every column of a table in which nearly everything follows.
   *
   * @param planted rows that have values of their own
   */
  static Table planted(int planted) {
    int all = 3 * ROWS;
    IntUnaryOperator city = i -> i % (all / planted) == 0 ? 10 + i / (all / planted) : i % 10;
    IntToDoubleFunction net =
        i -> city.applyAsInt(i) < 10 ? 10 * (i % 7) : secret(city.applyAsInt(i));
    IntToLongFunction ordered =
        i -> 18_000 + i % 300 + (city.applyAsInt(i) < 10 ? 0 : 37 * city.applyAsInt(i));
    return new RelatedTables(all)
        .category("city", names("city", 10 + planted), city)
        .category("mayor", names("mayor", 10 + planted), city)
        .category("region", names("region", 5 + planted), i -> ruled(city.applyAsInt(i)))
        .number("tax", 3, i -> city.applyAsInt(i) < 10 ? city.applyAsInt(i) : net.applyAsDouble(i))
        .number("net", 3, net)
        .number("fee", 3, i -> i % 3)
        .number("total", 3, i -> Math.rint(1000 * (net.applyAsDouble(i) + i % 3)) / 1000)
        .number("copy", 3, net)
        .moment("ordered", ordered)
        .moment("shipped", i -> ordered.applyAsLong(i) + i % 5)
        .table();
  }

  private static int ruled(int city) {
    return city < 10 ? city / 2 : city - 5;
  }

  /** A number that only one row has. */
  static double secret(int city) {
    return Math.rint(1e6 * u(city, 40)) + cents(u(city, 41)) + 0.003;
  }

  /** Relations that overlap: a copy of a sum of parts, a chain of what follows, orders of all. */
  static Table everything() {
    List<Table> parts =
        List.of(following(), sum(), flags(), datesInOrder(), equal(), numbersInOrder());
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (Table part : parts) {
      for (int i = 0; i < part.schema().width(); i++) {
        String name = part.schema().field(i).name();
        if (fields.stream().noneMatch(field -> field.name().equals(name))) {
          fields.add(part.schema().field(i));
          columns.add(part.column(i));
        }
      }
    }
    double[] totals = ((NumericColumn) parts.get(1).column(0)).values();
    fields.add(Field.numeric("grand_total", 2));
    columns.add(new NumericColumn(Arrays.stream(totals).map(x -> cents(x + 10)).toArray()));
    int[] regions = ((CategoricalColumn) parts.get(0).column(2)).codes();
    fields.add(Field.nominal("country"));
    columns.add(
        new CategoricalColumn(
            Arrays.stream(regions).map(region -> region / 2).toArray(), names("country", 3)));
    return new Table(new Schema(fields), columns);
  }
}
