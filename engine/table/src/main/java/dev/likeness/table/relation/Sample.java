package dev.likeness.table.relation;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Measure;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.io.CanonicalTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Some rows of a table, and its columns as candidates are looked for in them: numbers that are not
 * constant, and codes of columns with few values.
 */
final class Sample {

  static final int ROWS = 20_000;

  private static final int LEAST = 20;
  private static final int BLOCKS = 40;
  private static final int BLOCK = ROWS / BLOCKS;
  private static final int MOST_CODES = 1_000;
  private static final long SEED = 42;

  /**
   * Numbers of a column; NaN where missing.
   *
   * @param scale what they count: numbers compare with numbers, dates with dates only
   * @param largest of their sizes
   */
  record Numbers(
      int position, String name, double[] values, Scale scale, double unit, double largest) {
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
  static Sample of(TableSource source, RunContext run) {
    long all = source.rowCount();
    if (all <= ROWS) {
      return new Sample(source.schema(), List.of(source.toTable()));
    }
    long[] firsts = firsts(all);
    List<Table> parts =
        source instanceof CanonicalTable table
            ? List.of(table.sample(rows(firsts)))
            : Parallel.map(BLOCKS, run, i -> source.read(firsts[i], firsts[i] + BLOCK));
    return new Sample(source.schema(), parts);
  }

  /** The first row of each block. */
  private static long[] firsts(long rows) {
    CounterRandom random = CounterRandom.of(SEED).derive("relations");
    return IntStream.range(0, BLOCKS)
        .mapToLong(
            i -> {
              long first = rows * i / BLOCKS;
              long room = rows * (i + 1) / BLOCKS - first - BLOCK;
              return first + (room > 0 ? random.below(room, i, 0) : 0);
            })
        .toArray();
  }

  private static long[] rows(long[] firsts) {
    return LongStream.of(firsts).flatMap(first -> LongStream.range(first, first + BLOCK)).toArray();
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
          double unit = Columns.unit(schema, i);
          found.add(new Numbers(i, name, values, scale(i), unit, largest(values)));
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

  private static double largest(double[] values) {
    return Arrays.stream(values).filter(x -> !Double.isNaN(x)).map(Math::abs).max().orElse(0);
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
    LongIndex ids = new LongIndex();
    int[] counts = new int[Math.min(mostCodes, rows) + 1];
    int present = 0;
    int at = 0;
    for (Table part : parts) {
      for (long key : Columns.keys(part.column(position))) {
        int code = key == Columns.MISSING ? -1 : ids.of(key);
        if (code == mostCodes) {
          return Optional.empty();
        }
        if (code >= 0) {
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
