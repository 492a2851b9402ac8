package dev.likeness.synthesis.model;

import dev.likeness.boosting.BoostedTrees;
import dev.likeness.boosting.Booster;
import dev.likeness.boosting.CodeMatrix;
import dev.likeness.boosting.Hierarchy;
import dev.likeness.boosting.Sample;
import dev.likeness.numerics.Elementary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One column that is to be learnt: its rows sorted by the place of their class, so that the rows of
 * a node of its hierarchy are one stretch; once those that are learnt from, once those that are
 * held out.
 *
 * @param column its position
 * @param hierarchy of its classes
 * @param matrix codes of what it is told by
 * @param width number of leading features of the matrix that it is told by
 * @param learnt rows that are learnt from
 * @param held rows that are held out
 */
record BoostTarget(
    int column, Hierarchy hierarchy, CodeMatrix matrix, int width, Sorted learnt, Sorted held) {

  /** Rows of a node that its trees learn from at most. */
  static final int MOST_ROWS = 100_000;

  private static final int SIZES = 11;

  /**
   * Rows sorted by class, or by its place.
   *
   * @param rows row numbers, rising within a class
   * @param starts where each class or place begins (classes + 1)
   */
  record Sorted(int[] rows, int[] starts) {

    static Sorted of(int[] classes, boolean[] held, boolean wanted, int number) {
      int[] starts = new int[number + 1];
      for (int row = 0; row < classes.length; row++) {
        starts[classes[row] + 1] += held[row] == wanted ? 1 : 0;
      }
      for (int c = 0; c < number; c++) {
        starts[c + 1] += starts[c];
      }
      int[] next = starts.clone();
      int[] rows = new int[starts[number]];
      for (int row = 0; row < classes.length; row++) {
        if (held[row] == wanted) {
          rows[next[classes[row]]++] = row;
        }
      }
      return new Sorted(rows, starts);
    }

    /** The same rows, sorted by the place of their class. */
    Sorted placed(Hierarchy hierarchy) {
      int[] order = hierarchy.order();
      int[] placed = new int[rows.length];
      int[] begins = new int[starts.length];
      for (int place = 0; place < order.length; place++) {
        int from = starts[order[place]];
        int length = starts[order[place] + 1] - from;
        System.arraycopy(rows, from, placed, begins[place], length);
        begins[place + 1] = begins[place] + length;
      }
      return new Sorted(placed, begins);
    }

    int count(int low, int high) {
      return starts[high] - starts[low];
    }

    /** The rows of a node, thinned evenly where they are many; is a row's class on the right? */
    Sample sample(Hierarchy hierarchy, int node) {
      int from = starts[hierarchy.low(node)];
      int to = starts[hierarchy.high(node)];
      int cut = starts[hierarchy.cut(node)];
      int size = Math.min(to - from, MOST_ROWS);
      double[] targets = new double[size];
      if (size == to - from) {
        Arrays.fill(targets, cut - from, size, 1);
        return new Sample(rows, from, to, targets);
      }
      int[] thinned = new int[size];
      for (int i = 0; i < size; i++) {
        int at = from + (int) ((long) i * (to - from) / size);
        thinned[i] = rows[at];
        targets[i] = at >= cut ? 1 : 0;
      }
      return Sample.of(thinned, targets);
    }
  }

  /** Number of rows that a node learns from. */
  int size(int node) {
    return learnt.count(hierarchy.low(node), hierarchy.high(node));
  }

  /** Number of a node's rows of the rarer side. */
  int rarer(int node) {
    int right = learnt.count(hierarchy.cut(node), hierarchy.high(node));
    return Math.min(right, size(node) - right);
  }

  /** Nodes of like size share their number of trees: how often the rows were halved. */
  private int sizeClass(int node) {
    int halved = learnt.rows().length / Math.max(1, size(node));
    return Math.min(SIZES - 1, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(halved));
  }

  /** The trees that are kept of each node's fit. */
  List<BoostedTrees> kept(Booster.Fit[] fits, BoostCapacity capacity) {
    int[] best = new int[SIZES];
    for (int size = 0; size < SIZES; size++) {
      best[size] = capacity.kept(best(fits, size, capacity.rounds()));
    }
    List<BoostedTrees> kept = new ArrayList<>();
    for (int node = 0; node < fits.length; node++) {
      BoostedTrees trees = fits[node].trees();
      int number = Math.min(trees.size(), best[sizeClass(node)]);
      kept.add(trees.truncated(number).withStart(trees.start() + shift(node, trees)));
    }
    return kept;
  }

  /** The number of trees that tells the held-out rows of all nodes of a size best. */
  private int best(Booster.Fit[] fits, int size, int rounds) {
    double[] loss = new double[rounds + 1];
    for (int node = 0; node < fits.length; node++) {
      double[] losses = fits[node].watchedLoss();
      if (losses.length > 0 && sizeClass(node) == size) {
        int rows = held.count(hierarchy.low(node), hierarchy.high(node));
        for (int round = 0; round <= rounds; round++) {
          loss[round] += rows * losses[Math.min(losses.length - 1, round)];
        }
      }
    }
    int best = 0;
    for (int round = 1; round <= rounds; round++) {
      best = loss[round] < loss[best] ? round : best;
    }
    return best;
  }

  /** The share of all rows of each node that lie on its right side. */
  double[] shares() {
    double[] shares = new double[hierarchy.nodes()];
    for (int node = 0; node < shares.length; node++) {
      int low = hierarchy.low(node);
      int cut = hierarchy.cut(node);
      int high = hierarchy.high(node);
      double right = learnt.count(cut, high) + held.count(cut, high);
      shares[node] = right / Math.max(1, learnt.count(low, high) + held.count(low, high));
    }
    return shares;
  }

  /** What moves a node's odds from those of the learnt rows to those of all its rows. */
  private double shift(int node, BoostedTrees trees) {
    int low = hierarchy.low(node);
    int cut = hierarchy.cut(node);
    int high = hierarchy.high(node);
    double left = learnt.count(low, cut) + held.count(low, cut);
    double right = learnt.count(cut, high) + held.count(cut, high);
    if (left == 0 || right == 0 || learnt.count(low, cut) == 0 || learnt.count(cut, high) == 0) {
      return left == 0 || right == 0 ? 0 : Elementary.log(right / left) - trees.start();
    }
    double before = (double) learnt.count(cut, high) / learnt.count(low, cut);
    return Elementary.log(right / left) - Elementary.log(before);
  }
}
