package dev.likeness.synthesis.model;

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
 * Lays out categories so that normal latents can carry what they say about other columns.
 *
 * <p>A correspondence analysis against <i>groups</i> of the other columns gives a first order
 * ({@link CorrespondenceOrder}), but a copula uses a category only through the correlation of its
 * score with the scores of other columns. So each column's order is improved in turns: with M the
 * mean normal scores of the other columns in each category (categories, columns), centred and
 * weighted by √count, the leading left singular vector of M gives the category scores s that
 * maximise Σ_k corr(s, z_k)².
 *
 * <p>Then a column of three or more categories gets a tree of latents: its line is cut in two where
 * the variance of its scores between the two sides is largest, and each side is ordered anew by the
 * same criterion among its own rows, to a depth of {@value #DEEPEST} cuts. So a side may follow
 * other columns than the cut does. Wide tables have shallower trees or none, so that there are no
 * more than about {@value #MAX_LATENTS} latents because of them.
 *
 * <p><b>Cost:</b> about {@value #ROUNDS} + 1 passes over rows · columns for each category column.
 */
final class CategoryTrees {

  private static final int ROUNDS = 2;
  private static final int DEEPEST = 2;
  private static final int MAX_LATENTS = 200;
  private static final int MAX_ITERATIONS = 50;
  private static final double CONVERGED = 1e-7;
  private static final double EDGE = 1e-6;

  private final List<Column> columns;
  private final List<ColumnEncoding> encodings;
  private final double[][] scores; // (columns, rows), standardised
  private final int depth;
  private final RunContext run;

  private CategoryTrees(TableEncoding encoding, Table table, RunContext run) {
    this.columns = TableEncoding.modelled(table);
    this.encodings = new ArrayList<>(encoding.columns());
    this.scores = new double[columns.size()][];
    this.depth = depth(encodings);
    this.run = run;
    Parallel.forEach(columns.size(), run, this::rescore);
  }

  /** As deep as the number of latents allows: a column has one for each node above its leaves. */
  private static int depth(List<ColumnEncoding> encodings) {
    long categories = encodings.stream().filter(CategoryEncoding.class::isInstance).count();
    int depth = DEEPEST;
    while (depth > 0 && encodings.size() + categories * ((2 << depth) - 2) > MAX_LATENTS) {
      depth--;
    }
    return depth;
  }

  /** The same encodings with categories in trees, as learnt from a table. */
  static TableEncoding apply(TableEncoding ordered, Table table, RunContext run) {
    CategoryTrees trees = new CategoryTrees(ordered, table, run);
    for (int round = 0; round < ROUNDS; round++) {
      for (int column = 0; column < trees.columns.size(); column++) {
        trees.reorder(column);
      }
    }
    return new TableEncoding(Parallel.map(trees.columns.size(), run, trees::treed));
  }

  private void rescore(int column) {
    ColumnEncoding encoding = encodings.get(column);
    double[][] lower = new double[encoding.latents()][columns.get(column).size()];
    double[][] upper = new double[encoding.latents()][columns.get(column).size()];
    encoding.intervals(columns.get(column), lower, upper);
    double[] score = new double[columns.get(column).size()];
    for (int row = 0; row < score.length; row++) {
      double middle = Math.clamp(0.5 * (lower[0][row] + upper[0][row]), EDGE, 1 - EDGE);
      score[row] = Normal.quantile(middle);
    }
    standardise(score);
    scores[column] = score;
  }

  private static void standardise(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    double mean = Kernels.dot(values, 0, ones, 0, values.length) / Math.max(1, values.length);
    Kernels.axpy(-mean, ones, 0, values, 0, values.length);
    double square = Kernels.dot(values, 0, values, 0, values.length);
    double scale = square > 0 ? Math.sqrt(values.length / square) : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
  }

  private void reorder(int column) {
    if (encodings.get(column) instanceof CategoryEncoding categories
        && categories.cardinality() > 2) {
      Profile profile = profile(column, categories);
      int[] all = IntStream.range(0, categories.cardinality()).toArray();
      int[][] tree = {sorted(all, profile.axis(all, run))};
      encodings.set(column, categories.inTree(tree));
      rescore(column);
    }
  }

  private ColumnEncoding treed(int column) {
    if (!(encodings.get(column) instanceof CategoryEncoding categories)
        || categories.cardinality() < 3) {
      return encodings.get(column);
    }
    Profile profile = profile(column, categories);
    List<int[]> tree = new ArrayList<>();
    grow(IntStream.range(0, categories.cardinality()).toArray(), depth, profile, tree);
    return categories.inTree(tree.toArray(int[][]::new));
  }

  /** Appends the node of some codes, and the nodes below it; returns its number. */
  private int grow(int[] codes, int depth, Profile profile, List<int[]> tree) {
    int node = tree.size();
    double[] axis = profile.axis(codes, run);
    int[] order = sorted(codes, axis);
    tree.add(order);
    if (depth > 0 && codes.length > 2) {
      int cut = profile.cut(order, axis);
      int left = part(Arrays.copyOf(order, cut), depth, profile, tree);
      int right = part(Arrays.copyOfRange(order, cut, order.length), depth, profile, tree);
      tree.set(node, new int[] {left, right});
    }
    return node;
  }

  private int part(int[] codes, int depth, Profile profile, List<int[]> tree) {
    return codes.length == 1 ? codes[0] : -grow(codes, depth - 1, profile, tree);
  }

  private static int[] sorted(int[] codes, double[] axis) {
    return Arrays.stream(codes)
        .boxed()
        .sorted(Comparator.comparingDouble(code -> axis[code]))
        .mapToInt(code -> code)
        .toArray();
  }

  private Profile profile(int column, CategoryEncoding categories) {
    run.cancellation().check();
    int[] codes = categories.encode((CategoricalColumn) columns.get(column));
    double[] counts = new double[categories.cardinality()];
    for (int code : codes) {
      counts[code]++;
    }
    double[][] sums = new double[categories.cardinality()][columns.size()];
    Parallel.forEach(
        columns.size(),
        run,
        other -> {
          if (other != column) {
            for (int row = 0; row < codes.length; row++) {
              sums[codes[row]][other] += scores[other][row];
            }
          }
        });
    return new Profile(counts, sums);
  }

  /**
   * What the other columns look like in each category.
   *
   * @param counts rows of each category
   * @param sums (categories, columns), of standardised scores
   */
  private record Profile(double[] counts, double[][] sums) {

    /** Scores of some categories, by code, on the axis along which they differ most. */
    double[] axis(int[] codes, RunContext run) {
      double[][] m = centred(codes);
      double[] x = new double[codes.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = i + 1;
      }
      for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
        run.cancellation().check();
        if (step(m, x) < CONVERGED) {
          break;
        }
      }
      double[] axis = new double[counts.length];
      for (int i = 0; i < x.length; i++) {
        axis[codes[i]] = counts[codes[i]] == 0 ? 0 : x[i] / Math.sqrt(counts[codes[i]]);
      }
      return axis;
    }

    /** Means minus the mean of all rows of these categories, times √count. */
    private double[][] centred(int[] codes) {
      int width = sums[0].length;
      double[] total = new double[width];
      double rows = 0;
      for (int code : codes) {
        Kernels.axpy(1, sums[code], 0, total, 0, width);
        rows += counts[code];
      }
      double[][] m = new double[codes.length][width];
      for (int i = 0; i < codes.length; i++) {
        double count = counts[codes[i]];
        if (count > 0) {
          Kernels.axpy(1 / Math.sqrt(count), sums[codes[i]], 0, m[i], 0, width);
          Kernels.axpy(-Math.sqrt(count) / rows, total, 0, m[i], 0, width);
        }
      }
      return m;
    }

    /** x ← M Mᵀ x, normalised; returns how far it moved. */
    private static double step(double[][] m, double[] x) {
      int width = m[0].length;
      double[] y = new double[width];
      for (int i = 0; i < m.length; i++) {
        Kernels.axpy(x[i], m[i], 0, y, 0, width);
      }
      double[] next = new double[x.length];
      for (int i = 0; i < m.length; i++) {
        next[i] = Kernels.dot(m[i], 0, y, 0, width);
      }
      double length = Math.sqrt(Kernels.dot(next, 0, next, 0, next.length));
      double moved = 0;
      for (int i = 0; i < x.length; i++) {
        double value = length > 0 ? next[i] / length : 0;
        moved = Math.max(moved, Math.abs(value - x[i]));
        x[i] = value;
      }
      return moved;
    }

    /** Where to cut an order so that the two sides differ most: at least 1, below its length. */
    int cut(int[] order, double[] axis) {
      double rows = 0;
      double sum = 0;
      for (int code : order) {
        rows += counts[code];
        sum += counts[code] * axis[code];
      }
      int best = 1;
      double largest = -1;
      double leftRows = 0;
      double leftSum = 0;
      for (int cut = 1; cut < order.length; cut++) {
        int code = order[cut - 1];
        leftRows += counts[code];
        leftSum += counts[code] * axis[code];
        double rightRows = rows - leftRows;
        double between =
            leftRows > 0 && rightRows > 0
                ? leftSum * leftSum / leftRows + (sum - leftSum) * (sum - leftSum) / rightRows
                : 0;
        if (between > largest) {
          largest = between;
          best = cut;
        }
      }
      return best;
    }
  }
}
