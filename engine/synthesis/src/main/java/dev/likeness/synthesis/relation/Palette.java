package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Some values of a column, each known by its number: categories in the order of their dictionary,
 * numbers and moments rising.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
final class Palette {

  /** The number of a missing value. */
  static final int MISSING = -1;

  /** The number of a value that is not one of them. */
  static final int UNKNOWN = -2;

  private final StorageType type;
  private final List<String> names;
  private final double[] numbers;
  private final long[] moments;

  private Palette(StorageType type, List<String> names, double[] numbers, long[] moments) {
    this.type = type;
    this.names = List.copyOf(names);
    this.numbers = numbers;
    this.moments = moments;
  }

  static Palette of(List<String> names) {
    return new Palette(StorageType.CATEGORICAL, names, new double[0], new long[0]);
  }

  /** Every value of a column that is not text. */
  static Palette of(Column column) {
    return switch (column) {
      case CategoricalColumn c -> of(c.dictionary());
      case NumericColumn n ->
          new Palette(
              StorageType.NUMERIC,
              List.of(),
              Arrays.stream(n.values())
                  .filter(x -> !Double.isNaN(x))
                  .map(x -> x + 0.0)
                  .sorted()
                  .distinct()
                  .toArray(),
              new long[0]);
      case TemporalColumn t ->
          new Palette(
              StorageType.TEMPORAL,
              List.of(),
              new double[0],
              Arrays.stream(t.values())
                  .filter(x -> x != TemporalColumn.MISSING)
                  .sorted()
                  .distinct()
                  .toArray());
      default ->
          throw new IllegalArgumentException("column = " + column.type() + ", expected no text");
    };
  }

  StorageType type() {
    return type;
  }

  int size() {
    return switch (type) {
      case CATEGORICAL -> names.size();
      case NUMERIC -> numbers.length;
      case TEMPORAL, TEXT -> moments.length;
    };
  }

  List<String> names() {
    return names;
  }

  double[] numbers() {
    return numbers;
  }

  /** Those of these numbers, which rise. */
  Palette select(int[] kept) {
    return new Palette(
        type,
        type == StorageType.CATEGORICAL
            ? Arrays.stream(kept).mapToObj(names::get).toList()
            : List.of(),
        type == StorageType.NUMERIC
            ? Arrays.stream(kept).mapToDouble(i -> numbers[i]).toArray()
            : numbers,
        type == StorageType.TEMPORAL
            ? Arrays.stream(kept).mapToLong(i -> moments[i]).toArray()
            : moments);
  }

  /** Categories and one more behind them. */
  Palette and(String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return of(more);
  }

  /** The column that has these values; {@link #MISSING} is missing. */
  Column column(int[] codes) {
    return switch (type) {
      case CATEGORICAL -> new CategoricalColumn(codes.clone(), names);
      case NUMERIC ->
          new NumericColumn(
              Arrays.stream(codes).mapToDouble(c -> c < 0 ? Double.NaN : numbers[c]).toArray());
      case TEMPORAL, TEXT ->
          new TemporalColumn(
              Arrays.stream(codes)
                  .mapToLong(c -> c < 0 ? TemporalColumn.MISSING : moments[c])
                  .toArray());
    };
  }

  /**
   * The number of each value of a column, {@link #MISSING} or {@link #UNKNOWN}.
   *
   * @throws IllegalArgumentException when the column is of another type
   */
  int[] encode(Column column) {
    if (column.type() != type) {
      throw new IllegalArgumentException("column = " + column.type() + ", expected " + type);
    }
    int[] codes = new int[column.size()];
    switch (column) {
      case CategoricalColumn c -> {
        int[] map = map(c.dictionary());
        for (int row = 0; row < codes.length; row++) {
          codes[row] = c.codes()[row] < 0 ? MISSING : map[c.codes()[row]];
        }
      }
      case NumericColumn n -> {
        for (int row = 0; row < codes.length; row++) {
          double x = n.values()[row] + 0.0;
          codes[row] = Double.isNaN(x) ? MISSING : known(Arrays.binarySearch(numbers, x));
        }
      }
      case TemporalColumn t -> {
        for (int row = 0; row < codes.length; row++) {
          long x = t.values()[row];
          codes[row] =
              x == TemporalColumn.MISSING ? MISSING : known(Arrays.binarySearch(moments, x));
        }
      }
      default -> throw new IllegalArgumentException("column = TEXT, expected no text");
    }
    return codes;
  }

  private static int known(int found) {
    return found < 0 ? UNKNOWN : found;
  }

  private int[] map(List<String> dictionary) {
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      known.put(names.get(i), i);
    }
    return dictionary.stream().mapToInt(name -> known.getOrDefault(name, UNKNOWN)).toArray();
  }

  /** The same of numbers, where one that is unknown counts as the nearest known one. */
  int[] nearest(NumericColumn column) {
    return Arrays.stream(column.values())
        .mapToInt(x -> Double.isNaN(x) ? MISSING : nearest(x + 0.0))
        .toArray();
  }

  private int nearest(double x) {
    int found = Arrays.binarySearch(numbers, x);
    if (found >= 0) {
      return found;
    }
    int above = -found - 1;
    if (above == 0 || above == numbers.length) {
      return Math.clamp(above, 0, numbers.length - 1);
    }
    return x <= border(above) ? above - 1 : above;
  }

  /** The largest number that is nearer to the one below than to this one. */
  double border(int above) {
    return numbers[above - 1] + (numbers[above] - numbers[above - 1]) / 2;
  }

  /** All numbers there are. */
  int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  void save(ObjectNode header, Map<String, Object> tensors, String name) {
    header.put("type", type.name());
    switch (type) {
      case CATEGORICAL -> {
        ArrayNode array = header.putArray("names");
        names.forEach(array::add);
      }
      case NUMERIC -> tensors.put(name, numbers);
      case TEMPORAL, TEXT -> tensors.put(name, moments);
    }
  }

  static Palette load(JsonNode header, ModelFile file, String name) {
    return switch (header.path("type").asText()) {
      case "CATEGORICAL" -> {
        List<String> names = new ArrayList<>();
        header.path("names").forEach(text -> names.add(text.asText()));
        check(names.stream().distinct().count() == names.size());
        yield of(names);
      }
      case "NUMERIC" -> {
        double[] numbers = file.doubles(name);
        for (int i = 0; i < numbers.length; i++) {
          check(Double.isFinite(numbers[i]) && (i == 0 || numbers[i] > numbers[i - 1]));
        }
        yield new Palette(StorageType.NUMERIC, List.of(), numbers, new long[0]);
      }
      case "TEMPORAL" -> {
        long[] moments = file.longs(name);
        for (int i = 0; i < moments.length; i++) {
          check(moments[i] != TemporalColumn.MISSING && (i == 0 || moments[i] > moments[i - 1]));
        }
        yield new Palette(StorageType.TEMPORAL, List.of(), new double[0], moments);
      }
      default -> throw new CorruptModelException("type of values of a relation is unknown");
    };
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new CorruptModelException("values of a relation do not rise");
    }
  }
}
