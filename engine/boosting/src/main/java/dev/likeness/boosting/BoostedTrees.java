package dev.likeness.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What was learnt: score(x) = start + Σ value of the leaf that x falls into, over all trees.
 *
 * <p>Leaves of a tree are numbered from left to right. A node says which feature it asks, which
 * codes go left, and that its left side holds the leaves [low, middle). Then x's leaf is the first
 * one that no node strikes out, where a node at which x goes right strikes out [low, middle); no
 * pointer is followed and no branch is mispredicted (QuickScorer, Lucchese et al. 2015).
 *
 * <p><b>Cost:</b> for each row and tree, one look-up for each feature that the tree asks.
 * <b>Thread-safe:</b> immutable.
 */
public final class BoostedTrees {

  private static final int SET_WORDS = Feature.MAX_CARDINALITY / Long.SIZE;
  private static final int LEAF_BITS = 6;
  private static final int LEAF_MASK = (1 << LEAF_BITS) - 1;
  private static final int FEATURE_BITS = 19;
  private static final int MISSING_LEFT = 1 << 31;

  private final Objective objective;
  private final List<Feature> features;
  private final double start;
  private final int[] sizes; // nodes of each tree
  private final int[] places; // of each node: feature, low, middle, missing left
  private final byte[] thresholds; // of each node: last code on the left
  private final long[] categories; // four words for each node that asks a category, in order
  private final float[] leaves; // of each tree: nodes + 1
  private final int widest;

  BoostedTrees(
      Objective objective,
      List<Feature> features,
      double start,
      int[] sizes,
      int[] places,
      byte[] thresholds,
      long[] categories,
      float[] leaves) {
    this.objective = objective;
    this.features = features;
    this.start = start;
    this.sizes = sizes;
    this.places = places;
    this.thresholds = thresholds;
    this.categories = categories;
    this.leaves = leaves;
    this.widest = Arrays.stream(sizes).max().orElse(0);
  }

  static int place(int feature, int low, int middle, boolean missingLeft) {
    return (missingLeft ? MISSING_LEFT : 0) | feature << 2 * LEAF_BITS | low << LEAF_BITS | middle;
  }

  static int feature(int place) {
    return (place & ~MISSING_LEFT) >>> 2 * LEAF_BITS;
  }

  private static int low(int place) {
    return place >>> LEAF_BITS & LEAF_MASK;
  }

  private static int middle(int place) {
    return place & LEAF_MASK;
  }

  /** What was made small. */
  public Objective objective() {
    return objective;
  }

  /** What the codes of the features mean. */
  public List<Feature> features() {
    return features;
  }

  /** The score before the first tree. */
  public double start() {
    return start;
  }

  /** Number of trees. */
  public int size() {
    return sizes.length;
  }

  /** Number of nodes of all trees. */
  public int nodes() {
    return places.length;
  }

  /** The score of one row of a matrix. */
  public double score(CodeMatrix matrix, int row) {
    double[] scores = new double[1];
    score(matrix.columns(), new int[] {row}, 0, 1, scores, new TreeScratch());
    return scores[0];
  }

  /** The scores of rows of a matrix. */
  public double[] scores(CodeMatrix matrix, int[] rows) {
    double[] scores = new double[rows.length];
    score(matrix.columns(), rows, 0, rows.length, scores, new TreeScratch());
    return scores;
  }

  /** What is expected of rows of a matrix: a probability, or a number. */
  public double[] predict(CodeMatrix matrix, int[] rows) {
    double[] predicted = scores(matrix, rows);
    if (objective == Objective.LOGISTIC) {
      Arrays.setAll(predicted, i -> Logistic.sigmoid(predicted[i]));
    }
    return predicted;
  }

  /**
   * The scores of rows.
   *
   * @param codes (features, rows), each below its feature's cardinality
   * @param rows row numbers, of which [from, to) count
   * @param scores receives them, at [from, to)
   * @param scratch memory that is used again and again, by one thread at a time
   */
  public void score(
      byte[][] codes, int[] rows, int from, int to, double[] scores, TreeScratch scratch) {
    Arrays.fill(scores, from, to, start);
    add(codes, rows, from, to, scores, scratch, 0, sizes.length);
  }

  /** Adds the trees [first, end) to scores. */
  void add(
      byte[][] codes,
      int[] rows,
      int from,
      int to,
      double[] scores,
      TreeScratch scratch,
      int first,
      int end) {
    scratch.reserve(to - from, widest);
    int node = 0;
    int set = 0;
    for (int tree = 0; tree < end; tree++) {
      int next = node + sizes[tree];
      if (tree < first) {
        set += categoryWords(node, next);
      } else {
        set = prepare(node, next, set, scratch);
        scratch.strike(codes, rows, from, to);
        scratch.collect(leaves, node + tree, scores, from, to);
      }
      node = next;
    }
  }

  private int categoryWords(int from, int to) {
    int words = 0;
    for (int node = from; node < to; node++) {
      words += isCategory(node) ? SET_WORDS : 0;
    }
    return words;
  }

  private boolean isCategory(int node) {
    return features.get(feature(places[node])).kind() == Feature.Kind.CATEGORICAL;
  }

  /** Says for each feature of a tree which leaves each of its codes leaves standing. */
  private int prepare(int from, int to, int set, TreeScratch scratch) {
    int next = set;
    scratch.begin();
    for (int node = from; node < to; node++) {
      int place = places[node];
      int feature = feature(place);
      Feature description = features.get(feature);
      long standing = ~((1L << middle(place)) - (1L << low(place)));
      int slot = scratch.slot(feature, description.cardinality());
      if (description.kind() == Feature.Kind.CATEGORICAL) {
        scratch.strikeSet(slot, description.cardinality(), categories, next, standing);
        next += SET_WORDS;
      } else {
        int last = description.cardinality() - (description.missing() ? 1 : 0);
        int threshold = Byte.toUnsignedInt(thresholds[node]);
        scratch.strikeFrom(slot, threshold + 1, last, standing);
        if (description.missing() && place >= 0) {
          scratch.strikeFrom(slot, last, last + 1, standing);
        }
      }
    }
    return next;
  }

  /** The same trees upon another score before the first. */
  public BoostedTrees withStart(double other) {
    return new BoostedTrees(
        objective, features, other, sizes, places, thresholds, categories, leaves);
  }

  /** The first trees. */
  public BoostedTrees truncated(int trees) {
    if (trees < 0 || trees > sizes.length) {
      throw new IllegalArgumentException(
          "trees = " + trees + ", expected in [0, " + sizes.length + "]");
    }
    int nodes = Arrays.stream(sizes, 0, trees).sum();
    return new BoostedTrees(
        objective,
        features,
        start,
        Arrays.copyOf(sizes, trees),
        Arrays.copyOf(places, nodes),
        Arrays.copyOf(thresholds, nodes),
        Arrays.copyOf(categories, categoryWords(0, nodes)),
        Arrays.copyOf(leaves, nodes + trees));
  }

  /** Everything as named arrays of numbers, to be written as they are. */
  public Map<String, Object> tensors() {
    return Map.of(
        "start", new double[] {start},
        "sizes", sizes,
        "places", places,
        "thresholds", thresholds,
        "categories", categories,
        "leaves", leaves);
  }

  /**
   * Restores what {@link #tensors} gave. Whatever the arrays hold, the result can be used without
   * harm; what cannot be trees is refused.
   *
   * @throws IllegalArgumentException when they cannot come from trees over these features
   */
  public static BoostedTrees of(
      Objective objective, List<Feature> features, Map<String, Object> tensors) {
    double[] start = tensor(tensors, "start", double[].class);
    int[] sizes = tensor(tensors, "sizes", int[].class);
    int[] places = tensor(tensors, "places", int[].class);
    byte[] thresholds = tensor(tensors, "thresholds", byte[].class);
    long[] categories = tensor(tensors, "categories", long[].class);
    float[] leaves = tensor(tensors, "leaves", float[].class);
    expect(start.length == 1 && Double.isFinite(start[0]), "start");
    expect(thresholds.length == places.length, "thresholds");
    expect((long) places.length + sizes.length == leaves.length, "leaves");
    for (float leaf : leaves) {
      expect(Float.isFinite(leaf), "leaves");
    }
    checkPlaces(features, sizes, places);
    BoostedTrees trees =
        new BoostedTrees(
            objective,
            List.copyOf(features),
            start[0],
            sizes,
            places,
            thresholds,
            categories,
            leaves);
    expect(trees.categoryWords(0, places.length) == categories.length, "categories");
    return trees;
  }

  static <T> T tensor(Map<String, Object> tensors, String name, Class<T> type) {
    Object value = tensors.get(name);
    if (value == null || !type.isInstance(value)) {
      throw new IllegalArgumentException("tensor " + name + " is not one of boosted trees");
    }
    return type.cast(value);
  }

  /** The last leaf of a tree is on no node's left side, so that one leaf always stands. */
  private static void checkPlaces(List<Feature> features, int[] sizes, int[] places) {
    int node = 0;
    for (int size : sizes) {
      expect(size >= 0 && size < Settings.MAX_LEAVES && size <= places.length - node, "sizes");
      for (int end = node + size; node < end; node++) {
        int place = places[node];
        expect(feature(place) < features.size() && feature(place) < 1 << FEATURE_BITS, "places");
        expect(low(place) < middle(place) && middle(place) <= size, "places");
      }
    }
    expect(node == places.length, "places");
  }

  static void expect(boolean holds, String tensor) {
    if (!holds) {
      throw new IllegalArgumentException("tensor " + tensor + " is not one of boosted trees");
    }
  }
}
