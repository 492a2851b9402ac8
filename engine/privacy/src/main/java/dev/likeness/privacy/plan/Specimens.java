package dev.likeness.privacy.plan;

import dev.likeness.privacy.fake.Fake;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Looks once at a column that no model may learn, and keeps shapes, counts and nothing else.
 *
 * <p>A shape is kept when at least {@value #SHARED} rows have it; a beginning when all rows have it
 * and it has no digit.
 */
final class Specimens {

  static final int SHARED = 10;
  private static final int MOST = 12;
  private static final double LARGE = 1e9;
  private static final int LONGEST_PREFIX = 12;

  private final Fake fake;
  private final Map<String, Integer> shapes = new HashMap<>();
  private final Set<String> distinct = new HashSet<>();
  private Optional<String> prefix = Optional.empty();
  private int present;
  private int rows;

  private Specimens(Fake fake) {
    this.fake = fake;
  }

  static Specimens of(Fake fake, Field field, Column column) {
    Specimens specimens = new Specimens(fake);
    IntFunction<Optional<String>> cells = CellText.of(field, column);
    specimens.rows = column.size();
    for (int row = 0; row < column.size(); row++) {
      cells.apply(row).ifPresent(specimens::take);
    }
    return specimens;
  }

  private void take(String value) {
    present++;
    distinct.add(value);
    prefix = Optional.of(prefix.map(known -> common(known, value)).orElseGet(() -> head(value)));
    shapes.merge(fake.specimen(value), 1, Integer::sum);
  }

  /** What stands before the first digit. */
  private static String head(String value) {
    int end = 0;
    while (end < value.length()
        && end < LONGEST_PREFIX
        && value.charAt(end) < 128
        && !Character.isDigit(value.charAt(end))) {
      end++;
    }
    return end == value.length() ? "" : value.substring(0, end);
  }

  private static String common(String known, String value) {
    int end = 0;
    while (end < known.length() && end < value.length() && known.charAt(end) == value.charAt(end)) {
      end++;
    }
    return known.substring(0, end);
  }

  double missingShare() {
    return (double) (rows - present) / Math.max(1, rows);
  }

  /** The beginning of all values, where there are enough of them. */
  String prefix() {
    return present >= SHARED ? prefix.orElse("") : "";
  }

  /**
   * How many different things there are behind the values: the D for which n draws show as many
   * different ones as were seen, D (1 − exp(−n/D)) = d; 0 where every value was another.
   */
  long things() {
    if (distinct.size() == present) {
      return 0;
    }
    double low = distinct.size();
    double high = 1e12;
    for (int i = 0; i < 100; i++) {
      double middle = StrictMath.sqrt(low * high);
      double seen = middle * -StrictMath.expm1(-present / middle);
      if (seen < distinct.size()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.max(1, Math.round(low));
  }

  /** The shapes that many rows share, with cumulated shares; never none. */
  List<Regenerated.Specimen> shapes(int prefixLength) {
    List<Map.Entry<String, Integer>> shared =
        new ArrayList<>(
            shapes.entrySet().stream()
                .filter(shape -> shape.getValue() >= SHARED && !shape.getKey().isEmpty())
                .sorted(
                    Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .toList());
    if (things() == 0 && !shared.isEmpty()) {
      onlyLarge(shared, prefixLength);
    }
    if (shared.isEmpty()) {
      String usual = fake.usualSpecimen();
      return usual.isEmpty() ? List.of() : List.of(new Regenerated.Specimen(usual, 1));
    }
    double total = shared.stream().mapToInt(Map.Entry::getValue).sum();
    List<Regenerated.Specimen> kept = new ArrayList<>();
    double sum = 0;
    for (Map.Entry<String, Integer> shape : shared) {
      sum += shape.getValue();
      kept.add(new Regenerated.Specimen(shape.getKey(), sum / total));
    }
    return kept;
  }

  /** Where values must not repeat, only shapes with room for a billion; else the roomiest alone. */
  private static void onlyLarge(List<Map.Entry<String, Integer>> shared, int prefixLength) {
    if (shared.stream().allMatch(shape -> room(shape.getKey(), prefixLength) >= LARGE)) {
      return;
    }
    Map.Entry<String, Integer> roomiest =
        shared.stream()
            .max(Comparator.comparingDouble(shape -> room(shape.getKey(), prefixLength)))
            .orElseThrow();
    shared.clear();
    shared.add(roomiest);
  }

  private static double room(String shape, int from) {
    double room = 1;
    for (int i = from; i < shape.length(); i++) {
      char c = shape.charAt(i);
      room *= Character.isDigit(c) ? 10 : Character.isLetter(c) ? 26 : 1;
    }
    return room;
  }
}
