package dev.likeness.synthesis.auto;

import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.stats.Contingency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How near the two-way tables of made rows come to those of held-out rows: the mean over pairs of
 * columns of 1 − ½ Σ |p_ij − q_ij|.
 *
 * <p>Numbers fall into at most {@value #GROUPS} groups of about equally many held-out rows,
 * categories into their {@value #LEVELS} most frequent levels and one for all others; missing is a
 * group. Of tables with more than {@value #COLUMNS} columns every so many are looked at.
 *
 * <p><b>Cost:</b> rows · columns² / 2. <b>Thread-safe:</b> yes.
 */
final class PairTrends {

  private static final int GROUPS = 8;
  private static final int LEVELS = 20;
  private static final int COLUMNS = 24;
  private static final double MOSTLY = 0.9;

  private final int[] chosen;
  private final List<Grouping> groupings;
  private final List<int[]> held;
  private final int rows;

  private PairTrends(int[] chosen, List<Grouping> groupings, List<int[]> held, int rows) {
    this.chosen = chosen;
    this.groupings = groupings;
    this.held = held;
    this.rows = rows;
  }

  /** Measures against these rows. */
  static PairTrends against(Table held) {
    List<Column> columns = TableEncoding.modelled(held);
    int step = Math.max(1, (columns.size() + COLUMNS - 1) / COLUMNS);
    int[] chosen = IntStream.range(0, columns.size()).filter(i -> i % step == 0).toArray();
    List<Grouping> groupings = new ArrayList<>();
    List<int[]> codes = new ArrayList<>();
    for (int i : chosen) {
      Grouping grouping = Grouping.of(columns.get(i));
      groupings.add(grouping);
      codes.add(grouping.codes(columns.get(i)));
    }
    return new PairTrends(chosen, groupings, codes, held.rows());
  }

  /** How values of a column become groups. */
  private sealed interface Grouping {

    static Grouping of(Column column) {
      return column instanceof CategoricalColumn categories
          ? Levels.of(categories)
          : Cuts.of(numbers(column));
    }

    int groups();

    int[] codes(Column column);
  }

  /** Numbers by quantiles; the last group is what is missing. */
  private record Cuts(double[] cuts) implements Grouping {

    static Cuts of(double[] values) {
      double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
      double[] cuts =
          IntStream.range(1, sorted.length == 0 ? 1 : GROUPS)
              .mapToDouble(i -> sorted[i * sorted.length / GROUPS])
              .distinct()
              .toArray();
      return new Cuts(cuts);
    }

    @Override
    public int groups() {
      return cuts.length + 2;
    }

    @Override
    public int[] codes(Column column) {
      return Arrays.stream(numbers(column)).mapToInt(this::code).toArray();
    }

    private int code(double value) {
      if (Double.isNaN(value)) {
        return cuts.length + 1;
      }
      int at = Arrays.binarySearch(cuts, value);
      return at >= 0 ? at + 1 : -at - 1;
    }
  }

  /** Categories by frequency; the last groups are all others and what is missing. */
  private record Levels(Map<String, Integer> levels) implements Grouping {

    static Levels of(CategoricalColumn column) {
      int[] counts = new int[column.dictionary().size()];
      Arrays.stream(column.codes()).filter(code -> code >= 0).forEach(code -> counts[code]++);
      int[] frequent =
          IntStream.range(0, counts.length)
              .filter(code -> counts[code] > 0)
              .boxed()
              .sorted((a, b) -> counts[b] - counts[a])
              .limit(LEVELS)
              .mapToInt(code -> code)
              .toArray();
      Map<String, Integer> levels = new HashMap<>();
      for (int i = 0; i < frequent.length; i++) {
        levels.put(column.dictionary().get(frequent[i]), i);
      }
      return new Levels(levels);
    }

    @Override
    public int groups() {
      return levels.size() + 2;
    }

    @Override
    public int[] codes(Column column) {
      CategoricalColumn categories = (CategoricalColumn) column;
      int[] groups =
          categories.dictionary().stream()
              .mapToInt(level -> levels.getOrDefault(level, levels.size()))
              .toArray();
      return Arrays.stream(categories.codes())
          .map(code -> code < 0 ? levels.size() + 1 : groups[code])
          .toArray();
    }
  }

  private static double[] numbers(Column column) {
    return switch (column) {
      case NumericColumn numbers -> numbers.values();
      case TemporalColumn moments ->
          Arrays.stream(moments.values())
              .mapToDouble(v -> v == TemporalColumn.MISSING ? Double.NaN : v)
              .toArray();
      default -> throw new IllegalArgumentException("column of " + column.type());
    };
  }

  /** The codes of made rows in the columns that are looked at. */
  private List<int[]> codes(Table made) {
    List<Column> columns = TableEncoding.modelled(made);
    return IntStream.range(0, chosen.length)
        .mapToObj(i -> groupings.get(i).codes(columns.get(chosen[i])))
        .toList();
  }

  /** The figure of made rows, in [0, 1]; 1 where there is no pair. */
  double of(Table made) {
    List<int[]> codes = codes(made);
    double sum = 0;
    int pairs = 0;
    for (int j = 1; j < chosen.length; j++) {
      for (int i = 0; i < j; i++) {
        sum += table(held, i, j).distance(table(codes, i, j)).orElse(0);
        pairs++;
      }
    }
    return pairs == 0 ? 1 : 1 - sum / pairs;
  }

  private Contingency table(List<int[]> codes, int i, int j) {
    int height = groupings.get(i).groups();
    return Contingency.of(codes.get(i), height, codes.get(j), groupings.get(j).groups());
  }

  /**
   * Whether a column has one group only in the made rows, although it has others in those of
   * another model and no group has more than {@value #MOSTLY} of the held-out rows.
   */
  boolean collapsed(Table made, Table other) {
    List<int[]> codes = codes(made);
    List<int[]> others = codes(other);
    return IntStream.range(0, chosen.length)
        .anyMatch(
            i -> most(codes.get(i)) == 1 && most(others.get(i)) < 1 && most(held.get(i)) < MOSTLY);
  }

  /** The share of the largest group. */
  private static double most(int[] codes) {
    int[] counts = new int[GROUPS + LEVELS];
    int largest = 0;
    for (int code : codes) {
      largest = Math.max(largest, ++counts[code]);
    }
    return codes.length == 0 ? 0 : (double) largest / codes.length;
  }

  /** How far figures of two models may differ by chance. */
  double margin() {
    return 0.02 + 0.5 / Math.sqrt(Math.max(1, rows));
  }
}
