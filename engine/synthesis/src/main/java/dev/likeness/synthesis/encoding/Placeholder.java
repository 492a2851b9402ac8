package dev.likeness.synthesis.encoding;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stands in for a column that no model may look at: row numbers, with as many missing values as the
 * column had.
 *
 * <p>Text and categories become {@code name-000123}, numbers {@code 123}, moments the 123rd unit
 * after the epoch, starting again after a century of days. The first row is number 1.
 *
 * @param field of the column
 * @param missingShare of the column
 */
public record Placeholder(Field field, double missingShare) {

  private static final int CENTURY = 36_525;

  /** Looks at which values are missing, and at nothing else. */
  public static Placeholder of(Field field, Column column) {
    return new Placeholder(field, (double) column.missingCount() / Math.max(1, column.size()));
  }

  /** Which of the rows [from, from + rows) have no value, as often as in the column. */
  public boolean[] missing(long from, int rows, CounterRandom random) {
    boolean[] missing = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      missing[i] = random.uniform(from + i, 0) < missingShare;
    }
    return missing;
  }

  /** The values of rows from a number on. */
  public Column make(long from, boolean[] missing) {
    return switch (field.type()) {
      case TEXT -> text(from, missing);
      case CATEGORICAL -> categories(from, missing);
      case NUMERIC -> numbers(from, missing);
      case TEMPORAL -> moments(from, missing);
    };
  }

  private String name(long row) {
    String number = Long.toString(row + 1);
    return field.name() + "-" + "0".repeat(Math.max(0, 6 - number.length())) + number;
  }

  private TextColumn text(long from, boolean[] missing) {
    List<Optional<String>> values = new ArrayList<>(missing.length);
    for (int i = 0; i < missing.length; i++) {
      values.add(missing[i] ? Optional.empty() : Optional.of(name(from + i)));
    }
    return new TextColumn(values);
  }

  private CategoricalColumn categories(long from, boolean[] missing) {
    int[] codes = new int[missing.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = missing[i] ? CategoricalColumn.MISSING : i;
    }
    List<String> names = IntStream.range(0, missing.length).mapToObj(i -> name(from + i)).toList();
    return new CategoricalColumn(codes, names);
  }

  private static NumericColumn numbers(long from, boolean[] missing) {
    double[] values = new double[missing.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = missing[i] ? Double.NaN : from + i + 1.0;
    }
    return new NumericColumn(values);
  }

  private static TemporalColumn moments(long from, boolean[] missing) {
    long[] values = new long[missing.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = missing[i] ? TemporalColumn.MISSING : (from + i + 1) % CENTURY;
    }
    return new TemporalColumn(values);
  }
}
