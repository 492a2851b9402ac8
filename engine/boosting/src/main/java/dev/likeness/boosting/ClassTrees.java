package dev.likeness.boosting;

import dev.likeness.numerics.Elementary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probabilities of classes: p(class) is the product, over the nodes of a {@link Hierarchy} on
 * the way to it, of the probability of going that way, each told by its own {@link BoostedTrees}.
 *
 * <p><b>Cost:</b> of a draw, the trees of as many nodes as the hierarchy is deep.
 * <b>Thread-safe:</b> immutable.
 */
public final class ClassTrees {

  private static final double BELOW_ONE = 1 - 0x1p-53;

  private final Hierarchy hierarchy;
  private final List<BoostedTrees> nodes; // whether the right side is taken

  private ClassTrees(Hierarchy hierarchy, List<BoostedTrees> nodes) {
    this.hierarchy = hierarchy;
    this.nodes = List.copyOf(nodes);
  }

  /** The model whose node {@code i} takes its right side as {@code nodes.get(i)} says. */
  public static ClassTrees of(Hierarchy hierarchy, List<BoostedTrees> nodes) {
    if (nodes.size() != hierarchy.nodes()) {
      throw new IllegalArgumentException(
          "nodes = " + nodes.size() + ", expected " + hierarchy.nodes());
    }
    return new ClassTrees(hierarchy, nodes);
  }

  /** The tree of classes. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** What each node of the hierarchy says. */
  public List<BoostedTrees> nodes() {
    return nodes;
  }

  /** Memory for draws, used again and again by one thread. */
  public static final class Scratch {

    private final TreeScratch trees = new TreeScratch();
    private int[] rows = {};
    private int[] spare = {};
    private double[] scores = {};

    /** Memory that grows as it is needed. */
    public Scratch() {}

    private void reserve(int size) {
      if (rows.length < size) {
        rows = new int[size];
        spare = new int[size];
        scores = new double[size];
      }
    }
  }

  /**
   * Draws a class for each row.
   *
   * @param codes (features, rows)
   * @param count number of rows, which are 0, 1, …
   * @param uniforms of each row, in (0, 1); receives what is left of them: again uniform, and
   *     independent of the class
   * @param classes receives the classes
   */
  public void draw(byte[][] codes, int count, double[] uniforms, int[] classes, Scratch scratch) {
    new Descent(codes, uniforms, classes, new double[0], scratch).run(count);
  }

  /**
   * Draws a class for each row given that it is a wanted one: in proportion to its probability
   * times its share.
   *
   * <p><b>Cost:</b> beside the draw, the trees of every node with wanted classes and others below
   * it.
   *
   * @param codes (features, rows)
   * @param count number of rows, which are 0, 1, …
   * @param shares of each class that is wanted, from 0 to 1
   * @param uniforms as {@link #draw} takes and leaves them
   * @param classes receives the classes; of a row with nothing wanted, any
   * @param masses receives the probability of what is wanted
   */
  public void drawWanted(
      byte[][] codes,
      int count,
      double[] shares,
      double[] uniforms,
      int[] classes,
      double[] masses,
      Scratch scratch) {
    scratch.reserve(count);
    Wanted wanted = new Wanted(shares, codes, count, scratch);
    int root = hierarchy.nodes() == 0 ? ~0 : 0;
    for (int row = 0; row < count; row++) {
      masses[row] = wanted.mass(root, row);
    }
    new Descent(codes, uniforms, classes, new double[0], scratch, Optional.of(wanted)).run(count);
  }

  /** The probability of what is wanted below each node, in each row that gets there. */
  private final class Wanted {

    private final double[] shares;
    private final double[] all = new double[hierarchy.nodes()]; // where it is the same in each row
    private final double[][] masses = new double[hierarchy.nodes()][]; // or else of each row

    Wanted(double[] shares, byte[][] codes, int count, Scratch scratch) {
      this.shares = shares;
      for (int row = 0; row < count; row++) {
        scratch.rows[row] = row;
      }
      for (int node = hierarchy.nodes() - 1; node >= 0; node--) {
        int left = hierarchy.left(node);
        int right = hierarchy.right(node);
        if (isSame(left) && isSame(right) && mass(left, 0) == mass(right, 0)) {
          all[node] = mass(left, 0);
        } else {
          nodes.get(node).score(codes, scratch.rows, 0, count, scratch.scores, scratch.trees);
          masses[node] = new double[count];
          for (int row = 0; row < count; row++) {
            double p = Logistic.sigmoid(scratch.scores[row]);
            masses[node][row] = p * mass(right, row) + (1 - p) * mass(left, row);
          }
        }
      }
    }

    private boolean isSame(int node) {
      return node < 0 || masses[node] == null;
    }

    /** Below a node, or ~class. */
    double mass(int node, int row) {
      if (node < 0) {
        return shares[~node];
      }
      return masses[node] == null ? all[node] : masses[node][row];
    }

    /** What moves the log odds of a node's right side. */
    double move(int node, int row) {
      double left = mass(hierarchy.left(node), row);
      double right = mass(hierarchy.right(node), row);
      return left == right ? 0 : Elementary.log(right) - Elementary.log(left);
    }
  }

  /**
   * Draws as {@link #draw} does, and moves the odds of each node so that, over the rows that reach
   * it, the right side is taken with the wanted share.
   *
   * <p>A model of seldom classes takes them too often where what it is told differs from what it
   * has learnt: the noise of its scores averages out, that of its odds does not. A share that lies
   * within two standard errors of the wanted one is left alone, and of a larger gap what chance may
   * have made of it, as by James and Stein: which rows reach a node is chance as well.
   *
   * @param shares wanted of each node's right side
   * @return the model with the odds moved
   */
  public ClassTrees calibrated(
      byte[][] codes,
      int count,
      double[] uniforms,
      int[] classes,
      double[] shares,
      Scratch scratch) {
    Descent descent = new Descent(codes, uniforms, classes, shares, scratch);
    descent.run(count);
    List<BoostedTrees> moved = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      BoostedTrees trees = nodes.get(node);
      moved.add(trees.withStart(trees.start() + descent.moves[node]));
    }
    return new ClassTrees(hierarchy, moved);
  }

  /** Takes many rows from the root of the hierarchy to their classes. */
  private final class Descent {

    private static final int FEWEST_ROWS = 100;
    private static final double LARGEST_MOVE = 2;
    private static final int STEPS = 4;
    private static final double ERRORS = 2;

    private final byte[][] codes;
    private final double[] uniforms;
    private final int[] classes;
    private final double[] shares; // wanted of each node, or nothing
    private final double[] moves;
    private final Scratch scratch;
    private final Optional<Wanted> wanted;

    Descent(byte[][] codes, double[] uniforms, int[] classes, double[] shares, Scratch scratch) {
      this(codes, uniforms, classes, shares, scratch, Optional.empty());
    }

    Descent(
        byte[][] codes,
        double[] uniforms,
        int[] classes,
        double[] shares,
        Scratch scratch,
        Optional<Wanted> wanted) {
      this.codes = codes;
      this.uniforms = uniforms;
      this.classes = classes;
      this.shares = shares;
      this.moves = new double[shares.length];
      this.scratch = scratch;
      this.wanted = wanted;
    }

    void run(int count) {
      scratch.reserve(count);
      for (int i = 0; i < count; i++) {
        scratch.rows[i] = i;
      }
      descend(hierarchy.nodes() == 0 ? ~0 : 0, 0, count);
    }

    private void descend(int node, int from, int to) {
      if (from == to) {
        return;
      } else if (node < 0) {
        for (int i = from; i < to; i++) {
          classes[scratch.rows[i]] = ~node;
        }
        return;
      }
      nodes.get(node).score(codes, scratch.rows, from, to, scratch.scores, scratch.trees);
      if (shares.length > 0) {
        calibrate(node, from, to);
      }
      if (wanted.isPresent()) {
        condition(wanted.get(), node, from, to);
      }
      int middle = part(from, to);
      descend(hierarchy.left(node), from, middle);
      descend(hierarchy.right(node), middle, to);
    }

    /** Newton steps towards mean(sigmoid(score + move)) = share. */
    private void calibrate(int node, int from, int to) {
      if (to - from < FEWEST_ROWS || !(shares[node] > 0 && shares[node] < 1)) {
        return;
      }
      double share = believable(shares[node], from, to);
      double move = 0;
      for (int step = 0; step < STEPS; step++) {
        double mean = 0;
        double slope = 0;
        for (int i = from; i < to; i++) {
          double p = Logistic.sigmoid(scratch.scores[i] + move);
          mean += p;
          slope += p * (1 - p);
        }
        double gap = share * (to - from) - mean;
        move = Math.clamp(move + gap / Math.max(slope, 1e-3), -LARGEST_MOVE, LARGEST_MOVE);
      }
      for (int i = from; i < to; i++) {
        scratch.scores[i] += move;
      }
      moves[node] = move;
    }

    /** The share as it is, and the part of the way to the wanted one that chance leaves over. */
    private double believable(double share, int from, int to) {
      int rows = to - from;
      double sum = 0;
      double squares = 0;
      for (int i = from; i < to; i++) {
        double p = Logistic.sigmoid(scratch.scores[i]);
        sum += p;
        squares += p * p;
      }
      double mean = sum / rows;
      double gap = share - mean;
      double chance = ERRORS * ERRORS * Math.max(0, squares / rows - mean * mean) / rows;
      return gap * gap > chance ? mean + gap * (1 - chance / (gap * gap)) : mean;
    }

    /** Bayes: the odds of a side times the odds of what is wanted on it. */
    private void condition(Wanted wanted, int node, int from, int to) {
      for (int i = from; i < to; i++) {
        scratch.scores[i] += wanted.move(node, scratch.rows[i]);
      }
    }

    /** Parts rows [from, to) by chance; returns where those begin that take the right side. */
    private int part(int from, int to) {
      int[] rows = scratch.rows;
      int left = from;
      int right = 0;
      for (int i = from; i < to; i++) {
        int row = rows[i];
        double p = chance(scratch.scores[i]);
        double u = uniforms[row];
        boolean takesLeft = u >= p;
        // The right side is taken below p, so that a small p keeps all bits of u.
        uniforms[row] = Math.min(BELOW_ONE, takesLeft ? (u - p) / (1 - p) : u / p);
        rows[left] = row;
        scratch.spare[right] = row;
        left += takesLeft ? 1 : 0;
        right += takesLeft ? 0 : 1;
      }
      System.arraycopy(scratch.spare, 0, rows, left, right);
      return left;
    }

    /** Certain where nothing is wanted on one side. */
    private static double chance(double score) {
      return Double.isInfinite(score) ? Math.max(0, Math.signum(score)) : Logistic.sigmoid(score);
    }
  }

  /**
   * Adds the log probability of each row's class.
   *
   * @param codes (features, rows)
   * @param classes of rows 0, 1, …; negative where the sum is not to be changed
   * @param sums of as many rows as there are classes
   */
  public void addLogProbability(byte[][] codes, int[] classes, double[] sums, Scratch scratch) {
    scratch.reserve(classes.length);
    for (int node = 0; node < hierarchy.nodes(); node++) {
      int count = 0;
      for (int row = 0; row < classes.length; row++) {
        if (isBelow(node, classes[row])) {
          scratch.rows[count++] = row;
        }
      }
      nodes.get(node).score(codes, scratch.rows, 0, count, scratch.scores, scratch.trees);
      for (int i = 0; i < count; i++) {
        int row = scratch.rows[i];
        boolean right = hierarchy.place(classes[row]) >= hierarchy.cut(node);
        sums[row] += logSigmoid(right ? scratch.scores[i] : -scratch.scores[i]);
      }
    }
  }

  private boolean isBelow(int node, int c) {
    int place = c < 0 ? -1 : hierarchy.place(c);
    return place >= hierarchy.low(node) && place < hierarchy.high(node);
  }

  private static double logSigmoid(double score) {
    double rest = Elementary.log(1 + Elementary.exp(-Math.abs(score)));
    return Math.min(score, 0) - rest;
  }

  /** The probability of each class in one row of a matrix. */
  public double[] probabilities(CodeMatrix matrix, int row) {
    double[] p = new double[hierarchy.classes()];
    Arrays.fill(p, 1);
    int[] order = hierarchy.order();
    for (int node = 0; node < hierarchy.nodes(); node++) {
      double right = Logistic.sigmoid(nodes.get(node).score(matrix, row));
      for (int place = hierarchy.low(node); place < hierarchy.high(node); place++) {
        p[order[place]] *= place >= hierarchy.cut(node) ? right : 1 - right;
      }
    }
    return p;
  }

  /** Everything as named arrays of numbers, to be written as they are. */
  public Map<String, Object> tensors() {
    Map<String, Object> tensors = new HashMap<>();
    tensors.put("order", hierarchy.order());
    tensors.put("cuts", hierarchy.cuts());
    tensors.put("start", nodes.stream().mapToDouble(BoostedTrees::start).toArray());
    tensors.put("trees", nodes.stream().mapToInt(BoostedTrees::size).toArray());
    List<Map<String, Object>> each = nodes.stream().map(BoostedTrees::tensors).toList();
    for (String name : List.of("sizes", "places", "thresholds", "categories", "leaves")) {
      tensors.put(name, joined(each, name));
    }
    return tensors;
  }

  private static Object joined(List<Map<String, Object>> each, String name) {
    List<Object> parts = new ArrayList<>();
    int length = 0;
    for (Map<String, Object> tensors : each) {
      Object part = tensors.getOrDefault(name, new int[0]);
      parts.add(part);
      length += java.lang.reflect.Array.getLength(part);
    }
    Object all = empty(name, length);
    int at = 0;
    for (Object part : parts) {
      int size = java.lang.reflect.Array.getLength(part);
      System.arraycopy(part, 0, all, at, size);
      at += size;
    }
    return all;
  }

  private static Object empty(String name, int length) {
    return switch (name) {
      case "thresholds" -> new byte[length];
      case "categories" -> new long[length];
      case "leaves" -> new float[length];
      default -> new int[length];
    };
  }

  /**
   * Restores what {@link #tensors} gave.
   *
   * @throws IllegalArgumentException when they cannot come from trees over these features
   */
  public static ClassTrees of(List<Feature> features, Map<String, Object> tensors) {
    Hierarchy hierarchy =
        Hierarchy.of(
            BoostedTrees.tensor(tensors, "order", int[].class),
            BoostedTrees.tensor(tensors, "cuts", int[].class));
    double[] start = BoostedTrees.tensor(tensors, "start", double[].class);
    int[] trees = BoostedTrees.tensor(tensors, "trees", int[].class);
    BoostedTrees.expect(start.length == hierarchy.nodes(), "start");
    BoostedTrees.expect(trees.length == hierarchy.nodes(), "trees");
    TensorCutter cutter = new TensorCutter(features, tensors);
    List<BoostedTrees> nodes = new ArrayList<>();
    for (int node = 0; node < hierarchy.nodes(); node++) {
      nodes.add(cutter.next(start[node], trees[node]));
    }
    cutter.checkEnd();
    return new ClassTrees(hierarchy, nodes);
  }
}
