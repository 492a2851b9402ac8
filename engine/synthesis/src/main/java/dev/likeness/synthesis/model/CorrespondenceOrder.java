package dev.likeness.synthesis.model;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.encoding.CategoryEncoding;
import dev.likeness.synthesis.encoding.ColumnEncoding;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Orders the categories of each column by the first axis of its correspondence analysis against all
 * other columns, so that neighbours on the unit interval behave alike and a single correlation can
 * carry most of what a category says.
 *
 * <p>For a column with a contingency table N (categories, groups of all other columns side by
 * side), P = N / ΣN with row masses r and column masses c, the first axis is the leading left
 * singular vector x of S = D_r^−½ (P − r cᵀ) D_c^−½, and a category's score is x_i / √r_i. Numbers
 * are grouped in tenths, categories beyond the 32 most frequent together; missing is a group.
 *
 * <p><b>Cost:</b> rows · columns² to count (at most {@value #MAX_PARTNERS} other columns, evenly
 * spread over the table), 2 · categories · groups for each of at most {@value #MAX_ITERATIONS}
 * power iterations. <b>Randomness:</b> the start of the iteration.
 *
 * <p>Reference: M. Greenacre, Correspondence Analysis in Practice (2007).
 */
final class CorrespondenceOrder {

  private static final int TENTHS = 10;
  private static final int MAX_GROUPS = 32;
  private static final int MAX_PARTNERS = 100;
  private static final int MAX_ITERATIONS = 60;
  private static final double CONVERGED = 1e-9;

  /** A column in few groups. */
  private record Grouped(int[] groups, int count) {}

  private final List<Grouped> grouped;
  private final List<Column> columns;
  private final TableEncoding encoding;
  private final CounterRandom random;

  private CorrespondenceOrder(
      List<Grouped> grouped, List<Column> columns, TableEncoding encoding, CounterRandom random) {
    this.grouped = grouped;
    this.columns = columns;
    this.encoding = encoding;
    this.random = random;
  }

  /** The same encodings with categories in correspondence order, as counted in a table. */
  static TableEncoding apply(
      TableEncoding encoding, Table table, CounterRandom random, RunContext run) {
    List<Column> columns = TableEncoding.modelled(table);
    List<Grouped> grouped =
        Parallel.map(columns.size(), run, i -> group(encoding.columns().get(i), columns.get(i)));
    CorrespondenceOrder order = new CorrespondenceOrder(grouped, columns, encoding, random);
    return new TableEncoding(Parallel.map(columns.size(), run, i -> order.ordered(i, run)));
  }

  private static Grouped group(ColumnEncoding encoding, Column column) {
    return switch (encoding) {
      case CategoryEncoding categories -> group(categories, (CategoricalColumn) column);
      default -> tenths(encoding, column);
    };
  }

  private static Grouped group(CategoryEncoding encoding, CategoricalColumn column) {
    int[] byShare =
        IntStream.range(0, encoding.cardinality())
            .boxed()
            .sorted(Comparator.comparingDouble(code -> -encoding.share(code)))
            .mapToInt(code -> code)
            .toArray();
    int[] group = new int[byShare.length];
    for (int rank = 0; rank < byShare.length; rank++) {
      group[byShare[rank]] = Math.min(rank, MAX_GROUPS);
    }
    int[] codes = encoding.encode(column);
    return new Grouped(
        Arrays.stream(codes).map(code -> group[code]).toArray(),
        Math.min(byShare.length, MAX_GROUPS + 1));
  }

  private static Grouped tenths(ColumnEncoding encoding, Column column) {
    double[][] lower = new double[encoding.latents()][column.size()];
    double[][] upper = new double[encoding.latents()][column.size()];
    encoding.intervals(column, lower, upper);
    int[] groups = new int[column.size()];
    for (int row = 0; row < groups.length; row++) {
      groups[row] =
          column.isMissing(row)
              ? TENTHS
              : Math.min(TENTHS - 1, (int) (TENTHS * 0.5 * (lower[0][row] + upper[0][row])));
    }
    return new Grouped(groups, TENTHS + 1);
  }

  private ColumnEncoding ordered(int column, RunContext run) {
    ColumnEncoding plain = encoding.columns().get(column);
    if (!(plain instanceof CategoryEncoding categories)) {
      return plain;
    }
    int[] codes = categories.encode((CategoricalColumn) columns.get(column));
    double[][] counts = count(codes, categories.cardinality(), partners(column), run);
    double[] scores = firstAxis(counts, random.derive(column), run);
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(code -> scores[code]))
            .mapToInt(code -> code)
            .toArray();
    return categories.inTree(new int[][] {order});
  }

  /** The other columns, or as many as are allowed, evenly spread. */
  private List<Grouped> partners(int column) {
    List<Grouped> others = new ArrayList<>(grouped);
    others.remove(column);
    int size = Math.min(others.size(), MAX_PARTNERS);
    return IntStream.range(0, size)
        .mapToObj(i -> others.get((int) ((long) i * others.size() / size)))
        .toList();
  }

  /** Contingency table (categories, groups of all partners side by side). */
  private static double[][] count(
      int[] codes, int cardinality, List<Grouped> partners, RunContext run) {
    int width = partners.stream().mapToInt(Grouped::count).sum();
    double[][] counts = new double[cardinality][width];
    int offset = 0;
    for (Grouped partner : partners) {
      run.cancellation().check();
      for (int row = 0; row < codes.length; row++) {
        counts[codes[row]][offset + partner.groups()[row]]++;
      }
      offset += partner.count();
    }
    return counts;
  }

  /** Scores of the rows of a contingency table on its first axis; all 0 where it has none. */
  static double[] firstAxis(double[][] counts, CounterRandom random, RunContext run) {
    int width = counts.length == 0 ? 0 : counts[0].length;
    double[] rowMass = new double[counts.length];
    double[] columnMass = new double[width];
    for (int i = 0; i < counts.length; i++) {
      rowMass[i] = Arrays.stream(counts[i]).sum();
      Kernels.axpy(1, counts[i], 0, columnMass, 0, width);
    }
    double total = Arrays.stream(rowMass).sum();
    double[][] residuals = residuals(counts, rowMass, columnMass, total);
    double[] axis = leadingVector(residuals, random, run);
    double[] scores = new double[counts.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = rowMass[i] == 0 ? 0 : axis[i] / Math.sqrt(rowMass[i] / total);
    }
    return scores;
  }

  private static double[][] residuals(
      double[][] counts, double[] rowMass, double[] columnMass, double total) {
    double[][] residuals = new double[counts.length][columnMass.length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < columnMass.length; j++) {
        double expected = rowMass[i] * columnMass[j] / total;
        residuals[i][j] = expected > 0 ? (counts[i][j] - expected) / Math.sqrt(expected) : 0;
      }
    }
    return residuals;
  }

  /** The leading left singular vector by power iteration on S Sᵀ. */
  private static double[] leadingVector(double[][] s, CounterRandom random, RunContext run) {
    double[] x = new double[s.length];
    Arrays.setAll(x, i -> Normal.quantile(random.uniform(i, 0)));
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      run.cancellation().check();
      double[] next = step(s, x);
      double length = Math.sqrt(Kernels.dot(next, 0, next, 0, next.length));
      if (!(length > 0)) {
        return new double[s.length];
      }
      double moved = 0;
      for (int i = 0; i < x.length; i++) {
        next[i] /= length;
        moved = Math.max(moved, Math.abs(next[i] - x[i]));
      }
      x = next;
      if (moved < CONVERGED) {
        break;
      }
    }
    return x;
  }

  /** S Sᵀ x. */
  private static double[] step(double[][] s, double[] x) {
    int width = s.length == 0 ? 0 : s[0].length;
    double[] y = new double[width];
    for (int i = 0; i < s.length; i++) {
      Kernels.axpy(x[i], s[i], 0, y, 0, width);
    }
    double[] next = new double[x.length];
    for (int i = 0; i < s.length; i++) {
      next[i] = Kernels.dot(s[i], 0, y, 0, width);
    }
    return next;
  }
}
