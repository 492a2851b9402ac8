package dev.likeness.evaluation;

import dev.likeness.evaluation.metric.CategorySample;
import dev.likeness.evaluation.metric.NumberSample;
import dev.likeness.evaluation.metric.Sample;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A modelled column of the three tables, made comparable.
 *
 * @param index position in the tables, from 0
 * @param field of the training table
 * @param real from the training rows
 * @param control from the control rows, where there are some
 * @param synthetic from the synthetic rows
 * @param dictionary the categories of all three; empty for numbers
 */
record ComparedColumn(
    int index,
    Field field,
    Sample real,
    Optional<Sample> control,
    Sample synthetic,
    List<String> dictionary) {

  /** Aligns the column at an index, from 0; its field is modelled. */
  static ComparedColumn of(int index, Table train, Optional<Table> control, Table synthetic) {
    Field field = train.schema().field(index);
    return switch (field.type()) {
      case NUMERIC, TEMPORAL -> numbers(index, field, train, control, synthetic);
      case CATEGORICAL -> categories(index, field, train, control, synthetic);
      case TEXT -> throw new IllegalArgumentException("field.type = TEXT, expected a modelled one");
    };
  }

  private static ComparedColumn numbers(
      int index, Field field, Table train, Optional<Table> control, Table synthetic) {
    NumberSample real = NumberSample.real(numbers(train, index));
    return new ComparedColumn(
        index,
        field,
        real,
        control.map(table -> real.beside(numbers(table, index))),
        real.beside(numbers(synthetic, index)),
        List.of());
  }

  private static double[] numbers(Table table, int index) {
    Column column = table.column(index);
    return switch (column) {
      case NumericColumn numeric -> numeric.values();
      case TemporalColumn temporal -> nanos(temporal, table.schema().field(index));
      case CategoricalColumn c -> throw new IllegalStateException(c.type() + " is no number");
      case TextColumn t -> throw new IllegalStateException(t.type() + " is no number");
    };
  }

  /** Nanoseconds, as SDMetrics sees moments: bins of dates depend on the last bit of an edge. */
  private static double[] nanos(TemporalColumn column, Field field) {
    double unit = ((TemporalFormat) field.format()).unit().getDuration().toNanos();
    double[] nanos = new double[column.size()];
    for (int row = 0; row < nanos.length; row++) {
      nanos[row] = column.isMissing(row) ? Double.NaN : column.values()[row] * unit;
    }
    return nanos;
  }

  private static ComparedColumn categories(
      int index, Field field, Table train, Optional<Table> control, Table synthetic) {
    List<Table> tables = new ArrayList<>(List.of(train, synthetic));
    control.ifPresent(tables::add);
    List<CategoricalColumn> columns =
        tables.stream().map(table -> (CategoricalColumn) table.column(index)).toList();
    Map<String, Integer> codes = new LinkedHashMap<>();
    columns.forEach(column -> column.dictionary().forEach(v -> codes.putIfAbsent(v, codes.size())));
    List<Sample> samples = columns.stream().map(column -> recode(column, codes)).toList();
    return new ComparedColumn(
        index,
        field,
        samples.get(0),
        control.map(table -> samples.get(2)),
        samples.get(1),
        List.copyOf(codes.keySet()));
  }

  private static Sample recode(CategoricalColumn column, Map<String, Integer> codes) {
    int[] shared = column.dictionary().stream().mapToInt(codes::get).toArray();
    int[] recoded = new int[column.size()];
    for (int row = 0; row < recoded.length; row++) {
      recoded[row] =
          column.isMissing(row) ? CategorySample.MISSING : shared[column.codes()[row]] + 1;
    }
    return CategorySample.of(recoded, codes.size());
  }
}
