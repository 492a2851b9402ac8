package dev.likeness.boosting;

import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import java.util.Arrays;
import java.util.List;

/**
 * Grows one tree after another on the rows of a sample, leaf by leaf, the most useful split first.
 *
 * <p>Rows are numbered by their place in the sample. A leaf is a stretch of {@code index}; a split
 * parts it in two, each in rising order of rows. Of two siblings only the smaller is summed, the
 * other is the difference to their parent.
 *
 * <p><b>Thread-safe:</b> no. Large leaves are summed by several threads.
 */
final class TreeGrower {

  /** Rows whose floating-point sums are taken in one go; sums are merged in block order. */
  private static final int BLOCK_ROWS = 8192;

  private static final int PARALLEL_ROWS = 2 * BLOCK_ROWS;

  private final List<Feature> features;
  private final int[] offsets; // padded to whole words
  private final int[] ends; // bins of the first i features
  private final SplitFinder finder;
  private final ForestBuilder forest = new ForestBuilder();

  // The sample.
  private Settings settings = Settings.of(Objective.LOGISTIC);
  private int rows;
  private int width;
  private long[][] words = {};
  private double[] target = {};
  private double[] score = {};
  private double[] gradient = {};
  private double[] hessian = {};
  private long[] packed = {};
  private int[] natural = {};
  private int[] index = {};
  private int[] spare = {};
  private double[] blockGradients = {};
  private double[] blockHessians = {};
  private Packing packing = Packing.of(1);
  private double start;

  // The tree that grows.
  private final int[] from;
  private final int[] to;
  private final long[] sums;
  private final Split[] splits; // of leaves
  private final long[][] histograms; // of leaves
  private final int[] parent; // node above a leaf
  private final boolean[] isLeft;
  private final Split[] nodeSplits;
  private final int[] leftChild; // a node, or ~leaf
  private final int[] rightChild;
  private final int[] nodeLow;
  private final int[] nodeMiddle;
  private final int[] leafNumber;
  private final int[] stack;
  private long[][] shards = {};
  private int leaves;

  TreeGrower(List<Feature> features) {
    this.features = features;
    int padded = (features.size() + CodeMatrix.WORD - 1) / CodeMatrix.WORD * CodeMatrix.WORD;
    this.offsets = new int[padded];
    this.ends = new int[features.size() + 1];
    for (int i = 0; i < features.size(); i++) {
      offsets[i] = ends[i];
      ends[i + 1] = ends[i] + features.get(i).cardinality();
    }
    Arrays.fill(offsets, features.size(), padded, ends[features.size()]);
    this.finder = new SplitFinder(features, offsets);
    int most = Settings.MAX_LEAVES;
    this.from = new int[most];
    this.to = new int[most];
    this.sums = new long[most];
    this.splits = splits(most);
    this.histograms = new long[most][];
    this.parent = new int[most];
    this.isLeft = new boolean[most];
    this.nodeSplits = splits(most);
    this.leftChild = new int[most];
    this.rightChild = new int[most];
    this.nodeLow = new int[most];
    this.nodeMiddle = new int[most];
    this.leafNumber = new int[most];
    this.stack = new int[2 * most];
  }

  private static Split[] splits(int number) {
    Split[] splits = new Split[number];
    for (int i = 0; i < number; i++) {
      splits[i] = new Split();
    }
    return splits;
  }

  /** Takes in a sample: from here on rows are numbered by their place in it. */
  void begin(CodeMatrix matrix, Sample sample, int width, Settings settings) {
    this.settings = settings;
    this.rows = sample.size();
    this.width = width;
    this.packing = Packing.of(rows);
    reserve((width + CodeMatrix.WORD - 1) / CodeMatrix.WORD, rows);
    for (int word = 0; word * CodeMatrix.WORD < width; word++) {
      long[] all = matrix.words()[word];
      for (int i = 0; i < rows; i++) {
        words[word][i] = all[sample.rows()[sample.from() + i]];
      }
    }
    System.arraycopy(sample.targets(), 0, target, 0, rows);
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += target[i];
    }
    start = settings.objective().start(rows == 0 ? 0.5 : sum / rows);
    Arrays.fill(score, 0, rows, start);
    forest.clear();
  }

  private void reserve(int wordCount, int size) {
    if (score.length < size) {
      int length = Math.max(size, Math.min(2 * score.length, Packing.MAX_ROWS));
      words = new long[0][];
      target = new double[length];
      score = new double[length];
      gradient = new double[length];
      hessian = new double[length];
      packed = new long[length];
      natural = new int[length];
      Arrays.setAll(natural, i -> i);
      index = new int[length];
      spare = new int[length];
      blockGradients = new double[Parallel.blocks(length, BLOCK_ROWS)];
      blockHessians = new double[Parallel.blocks(length, BLOCK_ROWS)];
    }
    if (words.length < wordCount) {
      int have = words.length;
      words = Arrays.copyOf(words, wordCount);
      for (int i = have; i < wordCount; i++) {
        words[i] = new long[score.length];
      }
    }
  }

  /** The score that every row starts with. */
  double start() {
    return start;
  }

  /** The trees grown so far. */
  ForestBuilder forest() {
    return forest;
  }

  /** Mean loss of the sample with the trees grown so far. */
  double loss() {
    double loss = 0;
    for (int i = 0; i < rows; i++) {
      loss += settings.objective().loss(score[i], target[i]);
    }
    return rows == 0 ? 0 : loss / rows;
  }

  /** Grows one more tree; returns false where no split helps, and then the forest is as before. */
  boolean grow(RunContext run) {
    if (rows < 2 * settings.minLeafRows()) {
      return false;
    }
    differentiate(run);
    seed(run);
    while (leaves < settings.leaves()) {
      int best = bestLeaf();
      if (best < 0) {
        break;
      }
      split(best, run);
    }
    if (leaves == 1) {
      return false;
    }
    finish(run);
    return true;
  }

  /** Derivatives of all rows, packed. */
  private void differentiate(RunContext run) {
    int blocks = Parallel.blocks(rows, BLOCK_ROWS);
    boolean parallel = isParallel(rows, run);
    if (parallel) {
      Parallel.forEach(blocks, run, this::differentiateBlock);
    } else {
      for (int block = 0; block < blocks; block++) {
        differentiateBlock(block);
      }
    }
    double gradients = 0;
    double hessians = 0;
    for (int block = 0; block < blocks; block++) {
      gradients += blockGradients[block];
      hessians += blockHessians[block];
    }
    double gradientScale = packing.gradientScale(gradients, rows);
    double hessianScale = packing.hessianScale(hessians, rows);
    finder.begin(settings, packing, gradientScale, hessianScale);
    if (parallel) {
      Parallel.forEach(blocks, run, block -> pack(block, gradientScale, hessianScale));
    } else {
      for (int block = 0; block < blocks; block++) {
        pack(block, gradientScale, hessianScale);
      }
    }
  }

  private void differentiateBlock(int block) {
    int first = block * BLOCK_ROWS;
    int end = Math.min(rows, first + BLOCK_ROWS);
    settings.objective().differentiate(score, target, first, end, gradient, hessian);
    double gradients = 0;
    double hessians = 0;
    for (int i = first; i < end; i++) {
      gradients += Math.abs(gradient[i]);
      hessians += hessian[i];
    }
    blockGradients[block] = gradients;
    blockHessians[block] = hessians;
  }

  private void pack(int block, double gradientScale, double hessianScale) {
    int first = block * BLOCK_ROWS;
    int end = Math.min(rows, first + BLOCK_ROWS);
    packing.pack(
        gradient, hessian, first, end, gradientScale, hessianScale, forest.trees(), packed);
  }

  private static boolean isParallel(int size, RunContext run) {
    return run.threads() > 1 && size >= PARALLEL_ROWS;
  }

  /** A tree of one leaf. */
  private void seed(RunContext run) {
    System.arraycopy(natural, 0, index, 0, rows);
    leaves = 1;
    from[0] = 0;
    to[0] = rows;
    parent[0] = -1;
    long total = 0;
    for (int i = 0; i < rows; i++) {
      total += packed[i];
    }
    sums[0] = total;
    sum(0, true, run);
    finder.find(histograms[0], total, width, splits[0]);
  }

  /** Fills the histogram of a leaf. */
  private void sum(int leaf, boolean direct, RunContext run) {
    if (histograms[leaf] == null) {
      histograms[leaf] = new long[ends[features.size()] + Feature.MAX_CARDINALITY];
    }
    long[] histogram = histograms[leaf];
    int length = ends[width];
    Arrays.fill(histogram, 0, length, 0);
    int size = to[leaf] - from[leaf];
    if (!isParallel(size, run)) {
      Histograms.add(words, width, offsets, packed, index, from[leaf], to[leaf], direct, histogram);
      return;
    }
    sumShards(leaf, direct, run);
    for (int shard = 0; shard < run.threads(); shard++) {
      Histograms.merge(histogram, shards[shard], length);
    }
  }

  private void sumShards(int leaf, boolean direct, RunContext run) {
    int number = run.threads();
    while (shards.length < number) {
      shards = Arrays.copyOf(shards, shards.length + 1);
      shards[shards.length - 1] = new long[ends[features.size()] + Feature.MAX_CARDINALITY];
    }
    long size = to[leaf] - from[leaf];
    Parallel.forEach(
        number,
        run,
        shard -> {
          int first = from[leaf] + (int) (size * shard / number);
          int end = from[leaf] + (int) (size * (shard + 1) / number);
          Arrays.fill(shards[shard], 0, ends[width], 0);
          Histograms.add(words, width, offsets, packed, index, first, end, direct, shards[shard]);
        });
  }

  private int bestLeaf() {
    int best = -1;
    for (int leaf = 0; leaf < leaves; leaf++) {
      if (splits[leaf].exists() && (best < 0 || splits[leaf].gain > splits[best].gain)) {
        best = leaf;
      }
    }
    return best;
  }

  /** Parts a leaf: the left rows stay, the right ones become a new leaf. */
  private void split(int leaf, RunContext run) {
    int node = leaves - 1;
    int right = leaves++;
    Split split = splits[leaf];
    splits[leaf] = nodeSplits[node];
    nodeSplits[node] = split;
    attach(node, leaf, right);
    int middle = part(split, from[leaf], to[leaf]);
    from[right] = middle;
    to[right] = to[leaf];
    to[leaf] = middle;
    sums[right] = sums[leaf] - split.leftSums;
    sums[leaf] = split.leftSums;
    splits[leaf].clear();
    splits[right].clear();
    if (leaves < settings.leaves()) {
      look(leaf, right, run);
    }
  }

  private void attach(int node, int left, int right) {
    if (parent[left] >= 0) {
      (isLeft[left] ? leftChild : rightChild)[parent[left]] = node;
    }
    leftChild[node] = ~left;
    rightChild[node] = ~right;
    parent[left] = node;
    parent[right] = node;
    isLeft[left] = true;
    isLeft[right] = false;
  }

  /** Parts a stretch of rows without changing their order; returns where the right ones begin. */
  private int part(Split split, int first, int end) {
    long[] codes = words[split.feature / CodeMatrix.WORD];
    int shift = split.feature % CodeMatrix.WORD * Byte.SIZE;
    long[] set = split.left;
    int[] rowsOf = index;
    int[] others = spare;
    int left = first;
    int right = 0;
    for (int i = first; i < end; i++) {
      int row = rowsOf[i];
      int code = (int) (codes[row] >>> shift) & 0xFF;
      int goesLeft = (int) (set[code >>> 6] >>> code) & 1;
      rowsOf[left] = row;
      others[right] = row;
      left += goesLeft;
      right += 1 - goesLeft;
    }
    System.arraycopy(others, 0, rowsOf, left, right);
    return left;
  }

  /** Looks for splits of two new siblings; the left one still has their parent's histogram. */
  private void look(int left, int right, RunContext run) {
    int least = 2 * settings.minLeafRows();
    int leftRows = to[left] - from[left];
    int rightRows = to[right] - from[right];
    if (Math.max(leftRows, rightRows) < least) {
      return;
    }
    int smaller = leftRows < rightRows ? left : right;
    if (smaller == left) {
      long[] whole = histograms[left];
      histograms[left] = histograms[right];
      histograms[right] = whole;
    }
    sum(smaller, false, run);
    Histograms.subtract(histograms[left + right - smaller], histograms[smaller], ends[width]);
    if (leftRows >= least) {
      finder.find(histograms[left], sums[left], width, splits[left]);
    }
    if (rightRows >= least) {
      finder.find(histograms[right], sums[right], width, splits[right]);
    }
  }

  /** Numbers leaves from left to right, keeps the tree, and adds its values to the scores. */
  private void finish(RunContext run) {
    number();
    forest.begin(leaves - 1);
    for (int node = 0; node < leaves - 1; node++) {
      Split split = nodeSplits[node];
      forest.node(split, features.get(split.feature), nodeLow[node], nodeMiddle[node]);
    }
    for (int leaf = 0; leaf < leaves; leaf++) {
      forest.leaf(leafNumber[leaf], value(leaf, run));
      double value = forest.leafValue(leafNumber[leaf]);
      for (int i = from[leaf]; i < to[leaf]; i++) {
        score[index[i]] += value;
      }
    }
  }

  /** Walks the tree from left to right. */
  private void number() {
    int next = 0;
    int depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      int at = stack[--depth];
      if (at < 0) {
        leafNumber[~at] = next++;
        continue;
      } else if (at >= leaves) {
        nodeMiddle[at - leaves] = next;
        continue;
      }
      nodeLow[at] = next;
      stack[depth++] = rightChild[at];
      stack[depth++] = at + leaves; // comes back between its sides
      stack[depth++] = leftChild[at];
    }
  }

  /** −rate · Σg / (Σh + λ), summed in blocks of rows. */
  private double value(int leaf, RunContext run) {
    int size = to[leaf] - from[leaf];
    int blocks = Parallel.blocks(size, BLOCK_ROWS);
    if (isParallel(size, run)) {
      Parallel.forEach(blocks, run, block -> sumBlock(leaf, block));
    } else {
      for (int block = 0; block < blocks; block++) {
        sumBlock(leaf, block);
      }
    }
    double g = 0;
    double h = 0;
    for (int block = 0; block < blocks; block++) {
      g += blockGradients[block];
      h += blockHessians[block];
    }
    return -settings.learningRate() * g / (h + settings.l2());
  }

  private void sumBlock(int leaf, int block) {
    int first = from[leaf] + block * BLOCK_ROWS;
    int end = Math.min(to[leaf], first + BLOCK_ROWS);
    double g = 0;
    double h = 0;
    for (int i = first; i < end; i++) {
      g += gradient[index[i]];
      h += hessian[index[i]];
    }
    blockGradients[block] = g;
    blockHessians[block] = h;
  }

  /** Adds the values of the last tree to the scores of other rows. */
  void addLast(CodeMatrix matrix, Sample others, double[] scores) {
    byte[][] columns = matrix.columns();
    for (int i = 0; i < others.size(); i++) {
      int row = others.rows()[others.from() + i];
      int at = 0;
      while (at >= 0) {
        Split split = nodeSplits[at];
        boolean left = split.goesLeft(columns[split.feature][row] & 0xFF);
        at = left ? leftChild[at] : rightChild[at];
      }
      scores[i] += forest.leafValue(leafNumber[~at]);
    }
  }
}
