package dev.likeness.benchmarks;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A seeded table of related numbers and categories, of about the shape of a census extract. */
final class People {

  private static final int NUMBERS = 6;
  private static final int CATEGORIES = 9;

  private People() {}

  static Table of(int rows) {
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    CounterRandom common = CounterRandom.of(1).derive("common");
    for (int column = 0; column < NUMBERS + CATEGORIES; column++) {
      CounterRandom own = CounterRandom.of(1).derive(column);
      double[] mixed = new double[rows];
      for (int row = 0; row < rows; row++) {
        mixed[row] = (common.uniform(row, 0) + own.uniform(row, 0)) / 2;
      }
      if (column < NUMBERS) {
        fields.add(Field.numeric("number " + column, 2));
        columns.add(numbers(mixed));
      } else {
        fields.add(Field.nominal("category " + column));
        columns.add(categories(mixed, 2 + 4 * (column - NUMBERS)));
      }
    }
    return new Table(new Schema(fields), columns);
  }

  private static Column numbers(double[] mixed) {
    double[] values = new double[mixed.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = Math.rint(mixed[row] * 100_000) / 100;
    }
    return new NumericColumn(values);
  }

  private static Column categories(double[] mixed, int count) {
    int[] codes = new int[mixed.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (int) (mixed[row] * count);
    }
    return new CategoricalColumn(
        codes, IntStream.range(0, count).mapToObj(code -> "category " + code).toList());
  }
}
