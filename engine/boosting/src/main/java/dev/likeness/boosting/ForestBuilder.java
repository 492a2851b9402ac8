package dev.likeness.boosting;

import java.util.Arrays;
import java.util.List;

/**
 * Collects trees as they are grown, in the layout of {@link BoostedTrees}; reused, so that a tree
 * costs no allocation once the arrays are large enough.
 */
final class ForestBuilder {

  private int trees;
  private int nodes;
  private int sets;
  private int[] sizes = new int[64];
  private int[] places = new int[256];
  private byte[] thresholds = new byte[256];
  private long[] categories = new long[64];
  private float[] leaves = new float[320];

  void clear() {
    trees = 0;
    nodes = 0;
    sets = 0;
  }

  int trees() {
    return trees;
  }

  /** Begins a tree; its nodes and leaves follow. */
  void begin(int treeNodes) {
    if (trees == sizes.length) {
      sizes = Arrays.copyOf(sizes, 2 * trees);
    }
    sizes[trees++] = treeNodes;
    if (nodes + treeNodes > places.length) {
      int length = Math.max(2 * places.length, nodes + treeNodes);
      places = Arrays.copyOf(places, length);
      thresholds = Arrays.copyOf(thresholds, length);
    }
    if (nodes + treeNodes + trees > leaves.length) {
      leaves = Arrays.copyOf(leaves, 2 * (nodes + treeNodes + trees));
    }
  }

  /** Adds a node whose left side holds the leaves [low, middle). */
  void node(Split split, Feature feature, int low, int middle) {
    boolean ordered = feature.kind() == Feature.Kind.ORDERED;
    places[nodes] = BoostedTrees.place(split.feature, low, middle, ordered && split.missingLeft);
    thresholds[nodes++] = (byte) (ordered ? split.threshold : 0);
    if (!ordered) {
      int width = split.left.length;
      if (sets + width > categories.length) {
        categories = Arrays.copyOf(categories, 2 * categories.length);
      }
      System.arraycopy(split.left, 0, categories, sets, width);
      sets += width;
    }
  }

  /** Sets a leaf of the tree that was begun last, after its nodes. */
  void leaf(int number, double value) {
    leaves[nodes + trees - 1 - sizes[trees - 1] + number] = (float) value;
  }

  /** The value of a leaf of the last tree, as it will be used. */
  double leafValue(int number) {
    return leaves[nodes + trees - 1 - sizes[trees - 1] + number];
  }

  /** The first {@code count} trees. */
  BoostedTrees build(Objective objective, List<Feature> features, double start, int count) {
    int kept = 0;
    for (int tree = 0; tree < count; tree++) {
      kept += sizes[tree];
    }
    int keptSets = 0;
    for (int node = 0; node < kept; node++) {
      if (features.get(BoostedTrees.feature(places[node])).kind() == Feature.Kind.CATEGORICAL) {
        keptSets += Feature.MAX_CARDINALITY / Long.SIZE;
      }
    }
    return new BoostedTrees(
        objective,
        features,
        start,
        Arrays.copyOf(sizes, count),
        Arrays.copyOf(places, kept),
        Arrays.copyOf(thresholds, kept),
        Arrays.copyOf(categories, keptSets),
        Arrays.copyOf(leaves, kept + count));
  }
}
