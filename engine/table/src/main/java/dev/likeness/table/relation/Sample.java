package dev.likeness.table.relation;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Measure;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some rows of a table, and its columns as candidates are looked for in them: numbers that are not
 * constant, and codes of columns with few values.
 */
final class Sample {

  static final int ROWS = 20_000;

  private static final int LEAST = 20;
  private static final int BLOCKS = 40;
  private static final int MOST_CODES = 1_000;
  private static final long SEED = 42;

  /**
   * Numbers of a column; NaN where missing.
   *
   * @param scale what they count: numbers compare with numbers, dates with dates only
   */
  record Numbers(int position, String name, double[] values, Scale scale, double unit) {
    boolean temporal() {
      return scale != Scale.NUMBER;
    }
  }

  /** What numbers count. */
  enum Scale {
    NUMBER,
    DATE,
    TIME_OF_DAY
  }

  /**
   * Codes of a column, -1 where missing.
   *
   * @param size codes lie below it
   * @param most rows with the most frequent code
   */
  record Codes(int position, String name, int[] codes, int size, int most, int present) {}

  private final Schema schema;
  private final List<Table> parts;
  private final int rows;

  private Sample(Schema schema, List<Table> parts) {
    this.schema = schema;
    this.parts = parts;
    this.rows = parts.stream().mapToInt(Table::rows).sum();
  }

  /** All rows, or blocks of rows that are spread over the table. */
  static Sample of(TableSource source) {
    long all = source.rowCount();
    if (all <= ROWS) {
      return new Sample(source.schema(), List.of(source.toTable()));
    }
    CounterRandom random = CounterRandom.of(SEED).derive("relations");
    int size = ROWS / BLOCKS;
    List<Table> parts = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      long first = all * i / BLOCKS;
      long room = all * (i + 1) / BLOCKS - first - size;
      long from = first + (room > 0 ? random.below(room, i, 0) : 0);
      parts.add(source.read(from, from + size));
    }
    return new Sample(source.schema(), parts);
  }

  int rows() {
    return rows;
  }

  Schema schema() {
    return schema;
  }

  List<Table> parts() {
    return parts;
  }

  /** Numeric and temporal columns that are not constant and not empty in nearly all rows. */
  List<Numbers> numbers(int most) {
    List<Numbers> found = new ArrayList<>();
    for (int i = 0; i < schema.width() && found.size() < most; i++) {
      StorageType type = schema.field(i).type();
      if (type == StorageType.NUMERIC || type == StorageType.TEMPORAL) {
        double[] values = values(i);
        if (varies(values)) {
          String name = schema.field(i).name();
          found.add(new Numbers(i, name, values, scale(i), Columns.unit(schema, i)));
        }
      }
    }
    return found;
  }

  private Scale scale(int position) {
    return switch (schema.field(position).format()) {
      case TemporalFormat format ->
          TemporalText.hasDate(format.pattern()) ? Scale.DATE : Scale.TIME_OF_DAY;
      default -> Scale.NUMBER;
    };
  }

  private double[] values(int position) {
    double[] values = new double[rows];
    int at = 0;
    for (Table part : parts) {
      double[] some = Columns.numbers(schema, position, part.column(position));
      System.arraycopy(some, 0, values, at, some.length);
      at += some.length;
    }
    return values;
  }

  private static boolean varies(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int present = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        present++;
      }
    }
    return low < high && present >= LEAST;
  }

  /** Columns of few different values; numbers only where they count something. */
  List<Codes> codes(int most) {
    List<Codes> found = new ArrayList<>();
    for (int i = 0; i < schema.width() && found.size() < most; i++) {
      boolean counts =
          schema.field(i).type() == StorageType.CATEGORICAL
              || schema.field(i).type() == StorageType.NUMERIC
                  && schema.field(i).measure() == Measure.DISCRETE;
      if (counts) {
        codes(i, MOST_CODES).filter(codes -> codes.size() > 1).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The codes of any column, unless it has too many values. */
  Optional<Codes> codes(int position, int mostCodes) {
    int[] codes = new int[rows];
    Map<Long, Integer> ids = new HashMap<>();
    int[] counts = new int[Math.min(mostCodes, rows) + 1];
    int present = 0;
    int at = 0;
    for (Table part : parts) {
      for (long key : Columns.keys(part.column(position))) {
        int code = -1;
        if (key != Columns.MISSING) {
          Integer known = ids.get(key);
          code = known == null ? ids.size() : known;
          if (known == null) {
            if (ids.size() >= mostCodes) {
              return Optional.empty();
            }
            ids.put(key, code);
          }
          counts[code]++;
          present++;
        }
        codes[at++] = code;
      }
    }
    int most = Arrays.stream(counts).max().orElse(0);
    String name = schema.field(position).name();
    return Optional.of(new Codes(position, name, codes, ids.size(), most, present));
  }

  /** Which cells of a column are missing. */
  boolean[] missing(int position) {
    boolean[] missing = new boolean[rows];
    int at = 0;
    for (Table part : parts) {
      Column column = part.column(position);
      for (int row = 0; row < column.size(); row++) {
        missing[at++] = column.isMissing(row);
      }
    }
    return missing;
  }

  /** The text of a category by any row that has it. */
  String text(int position, int row) {
    int at = row;
    for (Table part : parts) {
      if (at < part.rows()) {
        CategoricalColumn names = (CategoricalColumn) part.column(position);
        return names.dictionary().get(names.codes()[at]);
      }
      at -= part.rows();
    }
    throw new IndexOutOfBoundsException("row = " + row + ", expected below " + rows);
  }
}
