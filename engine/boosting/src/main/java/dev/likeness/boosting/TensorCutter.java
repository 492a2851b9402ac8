package dev.likeness.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Cuts tensors that many trees were joined in into those of each. */
final class TensorCutter {

  private static final int SET_WORDS = Feature.MAX_CARDINALITY / Long.SIZE;

  private final List<Feature> features;
  private final int[] sizes;
  private final int[] places;
  private final byte[] thresholds;
  private final long[] categories;
  private final float[] leaves;
  private int tree;
  private int node;
  private int set;

  TensorCutter(List<Feature> features, Map<String, Object> tensors) {
    this.features = List.copyOf(features);
    this.sizes = BoostedTrees.tensor(tensors, "sizes", int[].class);
    this.places = BoostedTrees.tensor(tensors, "places", int[].class);
    this.thresholds = BoostedTrees.tensor(tensors, "thresholds", byte[].class);
    this.categories = BoostedTrees.tensor(tensors, "categories", long[].class);
    this.leaves = BoostedTrees.tensor(tensors, "leaves", float[].class);
    BoostedTrees.expect(thresholds.length == places.length, "thresholds");
    BoostedTrees.expect((long) places.length + sizes.length == leaves.length, "leaves");
  }

  /** The next model, of so many trees. */
  BoostedTrees next(double start, int trees) {
    BoostedTrees.expect(trees >= 0 && trees <= sizes.length - tree, "trees");
    int[] these = Arrays.copyOfRange(sizes, tree, tree + trees);
    int nodes = 0;
    for (int size : these) {
      BoostedTrees.expect(size >= 0 && size <= places.length - node - nodes, "sizes");
      nodes += size;
    }
    int sets = sets(nodes);
    BoostedTrees.expect(sets <= categories.length - set, "categories");
    BoostedTrees cut =
        BoostedTrees.of(
            Objective.LOGISTIC,
            features,
            Map.of(
                "start", new double[] {start},
                "sizes", these,
                "places", Arrays.copyOfRange(places, node, node + nodes),
                "thresholds", Arrays.copyOfRange(thresholds, node, node + nodes),
                "categories", Arrays.copyOfRange(categories, set, set + sets),
                "leaves", Arrays.copyOfRange(leaves, node + tree, node + tree + nodes + trees)));
    tree += trees;
    node += nodes;
    set += sets;
    return cut;
  }

  private int sets(int nodes) {
    int sets = 0;
    for (int i = node; i < node + nodes; i++) {
      int feature = BoostedTrees.feature(places[i]);
      BoostedTrees.expect(feature < features.size(), "places");
      sets += features.get(feature).kind() == Feature.Kind.CATEGORICAL ? SET_WORDS : 0;
    }
    return sets;
  }

  void checkEnd() {
    BoostedTrees.expect(tree == sizes.length && node == places.length, "sizes");
    BoostedTrees.expect(set == categories.length, "categories");
  }
}
