package dev.likeness.boosting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A binary tree over classes 0, 1, …: a choice among many classes as a chain of few choices among
 * two.
 *
 * <p>Classes lie side by side at places 0, 1, …: in their own order, parted where the mass halves,
 * or with those together that are alike ({@link WardClustering}). A node stands for the places
 * [low, high) and asks whether a class lies from {@code cut} on. Nodes are numbered in preorder;
 * there is one less than classes.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
public final class Hierarchy {

  private final int classes;
  private final int[] order; // the class at each place
  private final int[] places; // the place of each class
  private final int[] low;
  private final int[] cut;
  private final int[] high;
  private final int[] right; // a node, or ~class
  private int nodes;

  private Hierarchy(int[] order) {
    this.classes = order.length;
    this.order = order;
    this.places = places(order);
    this.low = new int[classes - 1];
    this.cut = new int[classes - 1];
    this.high = new int[classes - 1];
    this.right = new int[classes - 1];
  }

  private static int[] places(int[] order) {
    int[] places = new int[order.length];
    Arrays.fill(places, -1);
    for (int place = 0; place < order.length; place++) {
      int c = order[place];
      if (c < 0 || c >= order.length || places[c] >= 0) {
        throw new IllegalArgumentException("order of the classes is none");
      }
      places[c] = place;
    }
    return places;
  }

  private static int[] own(int classes) {
    return IntStream.range(0, classes).toArray();
  }

  /**
   * The tree for classes of these masses in their own order, at least one class.
   *
   * <p><b>Cost:</b> classes · log classes.
   */
  public static Hierarchy of(double[] masses) {
    checkClasses(masses.length);
    double[] sums = new double[masses.length + 1];
    for (int i = 0; i < masses.length; i++) {
      sums[i + 1] = sums[i] + masses[i];
    }
    Hierarchy hierarchy = new Hierarchy(own(masses.length));
    hierarchy.part(0, masses.length, sums);
    return hierarchy;
  }

  private static void checkClasses(int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException("classes = " + classes + ", expected >= 1");
    }
  }

  private int part(int from, int to, double[] sums) {
    if (to - from == 1) {
      return ~order[from];
    }
    double half = (sums[from] + sums[to]) / 2;
    int best = from + (to - from) / 2;
    for (int at = from + 1; at < to; at++) {
      if (Math.abs(sums[at] - half) < Math.abs(sums[best] - half)) {
        best = at;
      }
    }
    int node = add(from, best, to);
    part(from, best, sums);
    right[node] = part(best, to, sums);
    return node;
  }

  private int add(int from, int at, int to) {
    low[nodes] = from;
    cut[nodes] = at;
    high[nodes] = to;
    return nodes++;
  }

  /** The tree with these {@link #cuts} over classes in their own order. */
  public static Hierarchy ofCuts(int[] cuts) {
    return of(own(cuts.length + 1), cuts);
  }

  /**
   * Restores a tree from {@link #order} and {@link #cuts}.
   *
   * @throws IllegalArgumentException when they do not make a tree
   */
  public static Hierarchy of(int[] order, int[] cuts) {
    if (order.length != cuts.length + 1) {
      throw new IllegalArgumentException(
          "cuts = " + cuts.length + ", expected one less than classes, " + order.length);
    }
    Hierarchy hierarchy = new Hierarchy(order.clone());
    int[] open = new int[cuts.length + 1]; // nodes whose right side is still to come
    int depth = 0;
    int from = 0;
    int to = hierarchy.classes;
    for (int node = 0; node < cuts.length; node++) {
      while (to - from == 1) {
        int above = open[--depth];
        from = hierarchy.cut[above];
        to = hierarchy.high[above];
        hierarchy.right[above] = to - from == 1 ? ~hierarchy.order[from] : node;
      }
      if (cuts[node] <= from || cuts[node] >= to) {
        throw new IllegalArgumentException("cuts do not make a tree");
      }
      open[depth++] = hierarchy.add(from, cuts[node], to);
      to = cuts[node];
    }
    while (depth > 0) {
      int above = open[--depth];
      hierarchy.right[above] = ~hierarchy.order[hierarchy.cut[above]];
    }
    return hierarchy;
  }

  /** Where each node parts its places, in preorder: with {@link #order} all there is to know. */
  public int[] cuts() {
    return cut.clone();
  }

  /** The class at each place. */
  public int[] order() {
    return order.clone();
  }

  /** The place of a class. */
  public int place(int c) {
    return places[c];
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** Number of nodes. */
  public int nodes() {
    return nodes;
  }

  /** The first place of a node. */
  public int low(int node) {
    return low[node];
  }

  /** The first place on a node's right side. */
  public int cut(int node) {
    return cut[node];
  }

  /** One past the last place of a node. */
  public int high(int node) {
    return high[node];
  }

  /** The node below on the left, or ~class. */
  public int left(int node) {
    return cut[node] - low[node] == 1 ? ~order[low[node]] : node + 1;
  }

  /** The node below on the right, or ~class. */
  public int right(int node) {
    return right[node];
  }
}
