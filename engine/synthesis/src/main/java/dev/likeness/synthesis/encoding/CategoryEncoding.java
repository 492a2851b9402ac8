package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.StorageType;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.Spelling;
import dev.likeness.table.condition.ValueSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Categories as a tree of intervals: each node is a latent whose unit interval is parted among its
 * children, each as wide as its categories are frequent; a child is a category or another node.
 *
 * <p>Learnt as a single node with the categories in the dictionary's order. A model may give a
 * better order, or more nodes ({@link #inTree}): a single latent can say that categories lie on a
 * line, a tree also that {@code wife} and {@code husband} differ in something else than both do
 * from {@code child}.
 *
 * <p>Kept are the {@code maxCategories} most frequent categories that at least k rows have. All
 * others share one bucket, which comes back as {@link #RARE}; a table so small that no category has
 * k rows comes back as nothing but {@link #RARE}. Missing is a level like others, whatever its
 * count: it says nothing about anybody's value.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
public final class CategoryEncoding implements ColumnEncoding {

  /** What stands in the place of every rare category. */
  public static final String RARE = "*";

  static final String NAME = "category";

  private static final int FEWEST_REACHING = 50;

  /** A level's place in the tree: the child that it lies under, at each node on its way down. */
  private record Path(int[] nodes, int[] children) {}

  private final List<String> levels; // kept categories, then RARE if there is a bucket
  private final int rareFrom; // code of the bucket, or levels.size() where there is none
  private final double[] shares; // of each code; the last is missing
  private final int[][] tree; // (nodes, children): a code, or minus a later node
  private final StepFunction[] steps; // of each node
  private final double[][] cumulative; // of each node
  private final Path[] paths; // of each code
  private final Map<String, Integer> codes;

  private CategoryEncoding(
      List<String> levels, boolean rare, double[] shares, int[][] tree, double[][] cuts) {
    this.levels = List.copyOf(levels);
    this.rareFrom = rare ? levels.size() - 1 : levels.size();
    this.shares = shares;
    this.tree = tree;
    this.paths = new Path[shares.length];
    this.cumulative = cuts.clone();
    walk(0, new int[0], new int[0]);
    this.steps = Arrays.stream(cumulative).map(StepFunction::new).toArray(StepFunction[]::new);
    this.codes = new java.util.HashMap<>();
    for (int i = 0; i < rareFrom; i++) {
      codes.put(levels.get(i), i);
    }
  }

  /** Fills paths, and cuts that are not given, below a node; returns its mass. */
  private double walk(int node, int[] nodes, int[] children) {
    double[] masses = new double[tree[node].length];
    int[] down = append(nodes, node);
    for (int i = 0; i < masses.length; i++) {
      int child = tree[node][i];
      int[] way = append(children, i);
      if (child >= 0) {
        paths[child] = new Path(down, way);
        masses[i] = shares[child];
      } else {
        masses[i] = walk(-child, down, way);
      }
    }
    if (cumulative[node].length == 0) {
      cumulative[node] = StepFunction.cumulate(masses);
    }
    return Arrays.stream(masses).sum();
  }

  private static int[] append(int[] values, int value) {
    int[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = value;
    return longer;
  }

  /**
   * Learns a column.
   *
   * <p><b>Cost:</b> rows + categories · log categories.
   *
   * @param maxCategories categories to keep at most
   * @param k rows that a kept category has at least
   */
  public static CategoryEncoding fit(CategoricalColumn column, int maxCategories, int k) {
    int missing = column.dictionary().size();
    long[] counts = new long[missing + 1];
    for (int code : column.codes()) {
      counts[code < 0 ? missing : code]++;
    }
    int[] kept = frequent(counts, missing, maxCategories, k);
    long keptRows = Arrays.stream(kept).mapToLong(code -> counts[code]).sum();
    long rareRows = column.size() - keptRows - counts[missing];
    List<String> levels = new ArrayList<>();
    for (int code : kept) {
      levels.add(column.dictionary().get(code));
    }
    boolean rare = rareRows > 0 && !levels.contains(RARE);
    double[] masses = new double[kept.length + (rare ? 1 : 0) + 1];
    for (int i = 0; i < kept.length; i++) {
      masses[i] = counts[kept[i]];
    }
    if (rareRows > 0) {
      masses[rare ? kept.length : levels.indexOf(RARE)] += rareRows;
    }
    masses[masses.length - 1] = column.size() == 0 ? 1 : counts[missing];
    if (rare) {
      levels.add(RARE);
    }
    double total = Math.max(1, column.size());
    double[] shares = Arrays.stream(masses).map(mass -> mass / total).toArray();
    int[][] tree = {IntStream.range(0, masses.length).toArray()};
    return new CategoryEncoding(levels, rare, shares, tree, new double[1][0]);
  }

  private static int[] frequent(long[] counts, int categories, int maxCategories, int k) {
    return IntStream.range(0, categories)
        .filter(code -> counts[code] >= k)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(code -> -counts[code]).thenComparing(code -> code))
        .limit(maxCategories)
        .mapToInt(code -> code)
        .sorted()
        .toArray();
  }

  /** Number of levels, the bucket and "missing" included: codes are below it. */
  public int cardinality() {
    return levels.size() + 1;
  }

  /** Share of a level. */
  public double share(int code) {
    return shares[code];
  }

  /** The code of each row, below {@link #cardinality}. */
  public int[] encode(CategoricalColumn column) {
    int[] map = new int[column.dictionary().size()];
    int other = Math.min(rareFrom, levels.size());
    int bucket = codes.getOrDefault(RARE, other);
    for (int i = 0; i < map.length; i++) {
      map[i] = codes.getOrDefault(column.dictionary().get(i), bucket);
    }
    int[] encoded = new int[column.size()];
    for (int row = 0; row < encoded.length; row++) {
      int code = column.codes()[row];
      encoded[row] = code < 0 ? levels.size() : map[code];
    }
    return encoded;
  }

  /**
   * The same categories in another tree.
   *
   * @param tree children of each node, the root first: a code, or minus the number of a later node;
   *     each code and each node but the root once
   */
  public CategoryEncoding inTree(int[][] tree) {
    boolean rare = rareFrom < levels.size();
    return new CategoryEncoding(levels, rare, shares, tree, new double[tree.length][0]);
  }

  /**
   * The same tree with the intervals of a node's children elsewhere.
   *
   * <p>Where latents depend on each other, those rows that reach a node do not have a uniform
   * latent there any more. So a model puts the cuts where the rows that it makes have the right
   * shares.
   *
   * @param uniforms (latents, rows) as the model makes them
   */
  public CategoryEncoding calibrated(double[][] uniforms) {
    double[][] cuts = cumulative.clone();
    boolean rare = rareFrom < levels.size();
    for (int node = 1; node < tree.length; node++) {
      // Nodes come after their parents, whose cuts are final by now.
      CategoryEncoding above = new CategoryEncoding(levels, rare, shares, tree, cuts);
      double[] reached = above.reaching(node, uniforms);
      if (reached.length >= FEWEST_REACHING) {
        cuts[node] = quantiles(reached, above.sharesOf(node));
      }
    }
    return new CategoryEncoding(levels, rare, shares, tree, cuts);
  }

  /** The latent of a node in those rows that reach it, sorted. */
  private double[] reaching(int node, double[][] uniforms) {
    return IntStream.range(0, uniforms[0].length)
        .filter(row -> reaches(node, row, uniforms))
        .mapToDouble(row -> uniforms[node][row])
        .sorted()
        .toArray();
  }

  private boolean reaches(int node, int row, double[][] uniforms) {
    int child = 0;
    do {
      if (-child == node) {
        return true;
      }
      child = tree[-child][steps[-child].find(uniforms[-child][row])];
    } while (child < 0);
    return false;
  }

  /** The shares of a node's children, one after another from 0 to 1. */
  private double[] sharesOf(int node) {
    double[][] none = new double[tree.length][0];
    boolean rare = rareFrom < levels.size();
    return new CategoryEncoding(levels, rare, shares, tree, none).cumulative[node];
  }

  private static double[] quantiles(double[] sorted, double[] at) {
    double[] cuts = new double[at.length];
    for (int i = 1; i < at.length - 1; i++) {
      double position = Math.clamp(at[i] * sorted.length - 0.5, 0, sorted.length - 1.0);
      int below = Math.min((int) position, sorted.length - 2);
      double inside = position - below;
      cuts[i] =
          at[i] >= 1
              ? 1
              : at[i] <= 0 ? 0 : Math.fma(sorted[below + 1] - sorted[below], inside, sorted[below]);
    }
    cuts[at.length - 1] = 1;
    return cuts;
  }

  @Override
  public StorageType type() {
    return StorageType.CATEGORICAL;
  }

  @Override
  public int latents() {
    return tree.length;
  }

  @Override
  public CategoricalColumn decode(double[][] uniforms) {
    int[] decoded = new int[uniforms[0].length];
    for (int row = 0; row < decoded.length; row++) {
      int child = tree[0][steps[0].find(uniforms[0][row])];
      while (child < 0) {
        child = tree[-child][steps[-child].find(uniforms[-child][row])];
      }
      decoded[row] = child == levels.size() ? CategoricalColumn.MISSING : child;
    }
    return new CategoricalColumn(decoded, levels);
  }

  /** The column of these codes, each below {@link #cardinality}; the last one is missing. */
  public CategoricalColumn column(int[] encoded) {
    int[] decoded = new int[encoded.length];
    for (int row = 0; row < decoded.length; row++) {
      decoded[row] = encoded[row] == levels.size() ? CategoricalColumn.MISSING : encoded[row];
    }
    return new CategoricalColumn(decoded, levels);
  }

  @Override
  public void intervals(Column column, double[][] lower, double[][] upper) {
    for (int node = 0; node < tree.length; node++) {
      Arrays.fill(lower[node], 0);
      Arrays.fill(upper[node], 1);
    }
    int[] encoded = encode((CategoricalColumn) column);
    for (int row = 0; row < encoded.length; row++) {
      Path path = paths[encoded[row]];
      for (int i = 0; i < path.nodes().length; i++) {
        int node = path.nodes()[i];
        lower[node][row] = cumulative[node][path.children()[i]];
        upper[node][row] = cumulative[node][path.children()[i] + 1];
      }
    }
  }

  @Override
  public Optional<Region> region(ValueSet set) {
    return region(0, wanted(set));
  }

  /** For each code whether its value is in a set. */
  public boolean[] wanted(ValueSet set) {
    if (!(set instanceof CategorySet categories)) {
      throw new IllegalArgumentException("set = numbers, expected categories");
    }
    boolean[] wanted = Arrays.copyOf(categories.among(levels), levels.size() + 1);
    wanted[levels.size()] = categories.missing();
    return wanted;
  }

  private Optional<Region> region(int node, boolean[] wanted) {
    List<Region.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < tree[node].length; i++) {
      double lower = cumulative[node][i];
      double upper = cumulative[node][i + 1];
      double last = upper == 1 ? 1 : Math.nextDown(upper);
      int child = tree[node][i];
      if (child < 0) {
        Optional<Region> inside = region(-child, wanted);
        pieces.add(Region.piece(lower, last, inside, inside.map(Region::isFree).orElse(false)));
      } else if (wanted[child]) {
        pieces.add(Region.Piece.whole(lower, last));
      }
    }
    return Region.of(node, pieces);
  }

  /**
   * The public value that is spelt most like a text: one of the categories that are kept, which at
   * least k rows have. Empty when none is like it.
   */
  public Optional<String> nearest(String text) {
    return Spelling.nearest(text, levels.subList(0, rareFrom));
  }

  /** Whether a category is kept under its own name. */
  public boolean keeps(String category) {
    return codes.containsKey(category);
  }

  /** The names that rows may have, in the order of the dictionary. */
  public List<String> levels() {
    return levels;
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("encoding", NAME);
    header.put("rare", rareFrom < levels.size());
    ArrayNode names = header.putArray("levels");
    levels.forEach(names::add);
    tensors.put(prefix + "shares", shares);
    tensors.put(prefix + "children", Arrays.stream(tree).flatMapToInt(Arrays::stream).toArray());
    tensors.put(prefix + "sizes", Arrays.stream(tree).mapToInt(node -> node.length).toArray());
    tensors.put(
        prefix + "cuts", Arrays.stream(cumulative).flatMapToDouble(Arrays::stream).toArray());
  }

  static CategoryEncoding load(JsonNode header, ModelFile file, String prefix) {
    List<String> levels = new ArrayList<>();
    header.path("levels").forEach(level -> levels.add(level.asText()));
    boolean rare = header.path("rare").asBoolean();
    if (rare && levels.isEmpty()) {
      throw new CorruptModelException("a bucket of rare categories has no name");
    }
    double[] shares = file.doubles(prefix + "shares", levels.size() + 1);
    for (double share : shares) {
      Checks.share(share);
    }
    int[][] tree = tree(file.ints(prefix + "children"), file.ints(prefix + "sizes"));
    checkTree(tree, shares.length);
    double[] cuts = file.doubles(prefix + "cuts", shares.length + 2 * tree.length - 1);
    return new CategoryEncoding(levels, rare, shares, tree, cuts(tree, cuts));
  }

  private static double[][] cuts(int[][] tree, double[] values) {
    double[][] cuts = new double[tree.length][];
    int from = 0;
    for (int node = 0; node < tree.length; node++) {
      cuts[node] = Arrays.copyOfRange(values, from, from + tree[node].length + 1);
      Checks.cumulative(cuts[node]);
      from += cuts[node].length;
    }
    return cuts;
  }

  private static int[][] tree(int[] children, int[] sizes) {
    int[][] tree = new int[sizes.length][];
    int from = 0;
    for (int node = 0; node < sizes.length; node++) {
      if (sizes[node] < 1 || sizes[node] > children.length - from) {
        throw new CorruptModelException("a node of categories has an impossible size");
      }
      tree[node] = Arrays.copyOfRange(children, from, from + sizes[node]);
      from += sizes[node];
    }
    if (sizes.length == 0 || from != children.length) {
      throw new CorruptModelException("nodes of categories do not add up");
    }
    return tree;
  }

  /** Each code and each node but the root is the child of one earlier node. */
  private static void checkTree(int[][] tree, int cardinality) {
    boolean[] seen = new boolean[cardinality + tree.length];
    int found = 0;
    for (int node = 0; node < tree.length; node++) {
      for (int child : tree[node]) {
        int place = child >= 0 ? child : cardinality - child;
        boolean exists = child >= 0 ? child < cardinality : -child > node && -child < tree.length;
        if (!exists || seen[place]) {
          throw new CorruptModelException("categories do not form a tree");
        }
        seen[place] = true;
        found++;
      }
    }
    if (found != cardinality + tree.length - 1) {
      throw new CorruptModelException("categories do not form a tree");
    }
  }
}
