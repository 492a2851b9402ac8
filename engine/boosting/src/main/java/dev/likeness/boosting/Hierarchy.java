package dev.likeness.boosting;

/**
 * A binary tree over classes 0, 1, … in their order, parted where the mass halves: a choice among
 * many classes as a chain of few choices among two.
 *
 * <p>A node stands for the classes [low, high) and asks whether one lies from {@code cut} on. Nodes
 * are numbered in preorder; there is one less than classes.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
public final class Hierarchy {

  private final int classes;
  private final int[] low;
  private final int[] cut;
  private final int[] high;
  private final int[] right; // a node, or ~class
  private int nodes;

  private Hierarchy(int classes) {
    this.classes = classes;
    this.low = new int[classes - 1];
    this.cut = new int[classes - 1];
    this.high = new int[classes - 1];
    this.right = new int[classes - 1];
  }

  /**
   * The tree for classes of these masses, at least one class.
   *
   * <p><b>Cost:</b> classes · log classes.
   */
  public static Hierarchy of(double[] masses) {
    checkClasses(masses.length);
    double[] sums = new double[masses.length + 1];
    for (int i = 0; i < masses.length; i++) {
      sums[i + 1] = sums[i] + masses[i];
    }
    Hierarchy hierarchy = new Hierarchy(masses.length);
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
      return ~from;
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

  /**
   * Restores a tree from {@link #cuts}.
   *
   * @throws IllegalArgumentException when they do not make a tree
   */
  public static Hierarchy ofCuts(int[] cuts) {
    Hierarchy hierarchy = new Hierarchy(cuts.length + 1);
    int[] open = new int[cuts.length + 1]; // nodes whose right side is still to come
    int depth = 0;
    int from = 0;
    int to = hierarchy.classes;
    for (int node = 0; node < cuts.length; node++) {
      while (to - from == 1) {
        int above = open[--depth];
        from = hierarchy.cut[above];
        to = hierarchy.high[above];
        hierarchy.right[above] = to - from == 1 ? ~from : node;
      }
      if (cuts[node] <= from || cuts[node] >= to) {
        throw new IllegalArgumentException("cuts do not make a tree");
      }
      open[depth++] = hierarchy.add(from, cuts[node], to);
      to = cuts[node];
    }
    while (depth > 0) {
      int above = open[--depth];
      hierarchy.right[above] = ~hierarchy.cut[above];
    }
    return hierarchy;
  }

  /** Where each node parts its classes, in preorder: all there is to know. */
  public int[] cuts() {
    return cut.clone();
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** Number of nodes. */
  public int nodes() {
    return nodes;
  }

  /** The first class of a node. */
  public int low(int node) {
    return low[node];
  }

  /** The first class on a node's right side. */
  public int cut(int node) {
    return cut[node];
  }

  /** One past the last class of a node. */
  public int high(int node) {
    return high[node];
  }

  /** The node below on the left, or ~class. */
  public int left(int node) {
    return cut[node] - low[node] == 1 ? ~low[node] : node + 1;
  }

  /** The node below on the right, or ~class. */
  public int right(int node) {
    return right[node];
  }
}
