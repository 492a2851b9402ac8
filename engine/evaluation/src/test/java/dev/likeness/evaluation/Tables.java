package dev.likeness.evaluation;

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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small tables for tests. */
final class Tables {

  private Tables() {}

  /** Numbers; an empty cell is a missing one. */
  static NumericColumn numbers(List<String> cells) {
    return new NumericColumn(
        cells.stream()
            .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
            .toArray());
  }

  /** Categories; an empty cell is a missing one. */
  static CategoricalColumn categories(List<String> cells) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    int[] rows =
        cells.stream()
            .mapToInt(cell -> cell.isEmpty() ? -1 : codes.computeIfAbsent(cell, c -> codes.size()))
            .toArray();
    return new CategoricalColumn(rows, List.copyOf(codes.keySet()));
  }

  /** Moments like 2024-03-01 or 2024-03-01 12:30:00, in seconds; an empty cell is a missing one. */
  static TemporalColumn moments(List<String> cells) {
    return new TemporalColumn(cells.stream().mapToLong(Tables::seconds).toArray());
  }

  private static long seconds(String cell) {
    if (cell.isEmpty()) {
      return TemporalColumn.MISSING;
    }
    String full = cell.length() == 10 ? cell + "T00:00:00" : cell.replace(' ', 'T');
    return LocalDateTime.parse(full).toEpochSecond(ZoneOffset.UTC);
  }

  static Field momentsField(String name) {
    return new Field(
        name,
        StorageType.TEMPORAL,
        Measure.CONTINUOUS,
        Role.HARMLESS,
        new TemporalFormat("uuuu-MM-dd HH:mm:ss", ChronoUnit.SECONDS, ""));
  }

  static Field name(String name) {
    return new Field(
        name, StorageType.TEXT, Measure.NOMINAL, Role.DIRECT_IDENTIFIER, TextFormat.PLAIN);
  }

  /** A table of one population: two related numbers, a band of them, a rare town, a name. */
  static Table people(long seed, int rows) {
    CounterRandom random = CounterRandom.of(seed).derive("people");
    double[] age = new double[rows];
    double[] income = new double[rows];
    List<String> bands = new ArrayList<>();
    List<String> towns = new ArrayList<>();
    List<Optional<String>> names = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      age[row] = 18 + random.below(60, row, 0);
      income[row] = 1000 * age[row] + 20_000 * random.uniform(row, 1);
      bands.add(age[row] < 40 ? "young" : random.uniform(row, 2) < 0.1 ? "" : "old");
      towns.add(random.uniform(row, 3) < 0.5 ? "Graz" : "t" + random.below(40, row, 4));
      names.add(Optional.of("Secret Name " + row));
    }
    return new Table(
        Schema.of(
            Field.numeric("age", 0),
            Field.numeric("income", 2),
            Field.nominal("band"),
            Field.nominal("town"),
            name("name")),
        List.of(
            new NumericColumn(age),
            new NumericColumn(income),
            categories(bands),
            categories(towns),
            new TextColumn(names)));
  }

  /** Independent complete numbers, and as many categories. */
  static Table wide(long seed, int rows, int numbers, int categories) {
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < numbers + categories; i++) {
      CounterRandom random = CounterRandom.of(seed).derive(i);
      int[] codes = IntStream.range(0, rows).map(row -> (int) random.below(7, row, 0)).toArray();
      boolean number = i < numbers;
      fields.add(number ? Field.numeric("n" + i, 0) : Field.nominal("c" + i));
      columns.add(
          number
              ? new NumericColumn(Arrays.stream(codes).asDoubleStream().toArray())
              : new CategoricalColumn(codes, List.of("a", "b", "c", "d", "e", "f", "g")));
    }
    return new Table(new Schema(fields), columns);
  }
}
