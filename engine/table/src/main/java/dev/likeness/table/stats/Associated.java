package dev.likeness.table.stats;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.stats.Correlation.Moments;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column as associations look at it: codes that ascend with the values, the numbers where it has
 * them, and bins. Moments, and what is left of it without missing values, are made on demand.
 */
final class Associated {

  private static final int MISSING = CategoricalColumn.MISSING;
  private static final int MOST_BINS = 16;
  private static final double ROWS_EACH = 10;
  private static final double[] NOTHING = {};

  private final boolean number;
  private final boolean ordered;
  private final int[] codes;
  private final int levels;
  private final double[] values;
  private final int[] bins;
  private final int binCount;
  private final boolean complete;
  private volatile int[] rows = {};
  private volatile Optional<Associated> present = Optional.empty();
  private volatile Moments moments = Moments.of(NOTHING);
  private volatile Moments rankMoments = Moments.of(NOTHING);

  private Associated(
      boolean ordered, int[] codes, int levels, double[] values, int[] bins, int binCount) {
    this.number = values != NOTHING;
    this.ordered = ordered;
    this.codes = codes;
    this.levels = levels;
    this.values = values;
    this.bins = bins;
    this.binCount = binCount;
    this.complete = Arrays.stream(codes).noneMatch(code -> code == MISSING);
  }

  static Associated of(Field field, Column column) {
    return switch (column) {
      case NumericColumn numbers -> number(numbers.values());
      case TemporalColumn moments -> number(sinceFirst(moments.values()));
      case CategoricalColumn names -> {
        int[] codes = names.codes();
        int levels = Math.max(1, names.dictionary().size());
        boolean ordered = field.measure() == Measure.ORDINAL;
        yield new Associated(ordered, codes, levels, NOTHING, codes, levels);
      }
      default ->
          throw new IllegalArgumentException(
              "type = " + StorageType.TEXT + ", expected numbers, moments or categories");
    };
  }

  /** Moments since the first one, because those since an epoch may be too large for a double. */
  private static double[] sinceFirst(long[] moments) {
    long first = Arrays.stream(moments).filter(m -> m != TemporalColumn.MISSING).min().orElse(0);
    return Arrays.stream(moments)
        .mapToDouble(m -> m == TemporalColumn.MISSING ? Double.NaN : (double) (m - first))
        .toArray();
  }

  private static Associated number(double[] values) {
    int[] codes = new int[values.length];
    Arrays.fill(codes, MISSING);
    int present = 0;
    int distinct = 0;
    double before = Double.NaN;
    for (int row : RadixSort.order(values)) {
      if (Double.isNaN(values[row])) {
        break;
      }
      distinct += values[row] == before ? 0 : 1;
      before = values[row];
      codes[row] = distinct - 1;
      present++;
    }
    int levels = Math.max(1, distinct);
    int count = (int) Math.clamp(Math.sqrt(present / ROWS_EACH), 2, MOST_BINS);
    if (levels <= count) {
      return new Associated(true, codes, levels, values, codes, levels);
    }
    int[] binOf = bins(codes, levels, present, count);
    int[] bins = Arrays.stream(codes).map(code -> code == MISSING ? code : binOf[code]).toArray();
    return new Associated(true, codes, levels, values, bins, count);
  }

  /** Bins of about equally many rows. */
  private static int[] bins(int[] codes, int levels, int present, int count) {
    int[] rows = counts(codes, levels);
    int[] bins = new int[levels];
    long before = 0;
    for (int code = 0; code < levels; code++) {
      bins[code] = (int) ((2 * before + rows[code]) * count / (2L * present));
      before += rows[code];
    }
    return bins;
  }

  private static int[] counts(int[] codes, int levels) {
    int[] counts = new int[levels];
    for (int code : codes) {
      if (code != MISSING) {
        counts[code]++;
      }
    }
    return counts;
  }

  boolean isNumber() {
    return number;
  }

  /** Whether codes have an order that means something. */
  boolean isOrdered() {
    return ordered;
  }

  boolean isConstant() {
    return codes.length == 0 || Arrays.stream(codes).allMatch(code -> code == codes[0]);
  }

  int[] bins() {
    return bins;
  }

  int binCount() {
    return binCount;
  }

  /** The same column in the rows in which another one has a value too; bins stay as they are. */
  Associated beside(Associated other) {
    if (other.complete) {
      return present();
    }
    return select(complete ? other.rows() : both(other));
  }

  /** Rows in which both have a value. */
  private int[] both(Associated other) {
    return Arrays.stream(rows()).filter(row -> other.codes[row] != MISSING).toArray();
  }

  /** Rows with a value. */
  private int[] rows() {
    if (rows.length == 0) {
      rows = IntStream.range(0, codes.length).filter(row -> codes[row] != MISSING).toArray();
    }
    return rows;
  }

  /** The same column in its rows with a value, of which each other complete column needs it. */
  private Associated present() {
    if (present.isEmpty()) {
      present = Optional.of(complete ? this : select(rows()));
    }
    return present.get();
  }

  private Associated select(int[] rows) {
    int[] some = select(codes, rows);
    int[] binned = bins == codes ? some : select(bins, rows);
    return new Associated(ordered, some, levels, numbers(rows), binned, binCount);
  }

  private static int[] select(int[] values, int[] rows) {
    int[] some = new int[rows.length];
    Arrays.setAll(some, i -> values[rows[i]]);
    return some;
  }

  private double[] numbers(int[] rows) {
    if (!number) {
      return values;
    }
    double[] some = new double[rows.length];
    Arrays.setAll(some, i -> values[rows[i]]);
    return some;
  }

  /** Of the numbers; all of them are there. */
  Moments moments() {
    if (moments.values().length == 0) {
      moments = Moments.of(values);
    }
    return moments;
  }

  /** Of the ranks, ties sharing their mean rank; all values are there. */
  Moments rankMoments() {
    if (rankMoments.values().length == 0) {
      rankMoments = Moments.of(ranks());
    }
    return rankMoments;
  }

  private double[] ranks() {
    int[] counts = counts(codes, levels);
    double[] rank = new double[levels];
    long before = 0;
    for (int code = 0; code < levels; code++) {
      rank[code] = before + (counts[code] + 1) / 2.0;
      before += counts[code];
    }
    double[] ranks = new double[codes.length];
    Arrays.setAll(ranks, i -> rank[codes[i]]);
    return ranks;
  }
}
