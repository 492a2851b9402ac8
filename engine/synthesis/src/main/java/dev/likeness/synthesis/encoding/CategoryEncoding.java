package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.StorageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Categories as adjoining intervals of the unit interval, each as wide as the category is frequent.
 *
 * <p>Kept are the {@code maxCategories} most frequent categories that at least k rows have. All others
 * share one bucket, which comes back as {@link #RARE}; a table so small that no category has k rows
 * comes back as nothing but {@link #RARE}. Missing is a level like others, whatever its count: it says
 * nothing about anybody's value.
 *
 * <p>The order along the interval is the dictionary's until a model gives a better one ({@link
 * #inOrder}).
 *
 * <p><b>Thread-safe:</b> immutable.
 */
public final class CategoryEncoding implements ColumnEncoding {

  /** What stands in the place of every rare category. */
  public static final String RARE = "*";

  static final String NAME = "category";

  private final List<String> levels; // kept categories, then RARE if there is a bucket
  private final int rareFrom; // code of the bucket, or levels.size() where there is none
  private final int[] order; // position along the interval → code; levels.size() is missing
  private final double[] cumulative; // order.length + 1
  private final StepFunction steps;
  private final Map<String, Integer> codes;

  private CategoryEncoding(List<String> levels, boolean rare, int[] order, double[] cumulative) {
    this.levels = List.copyOf(levels);
    this.rareFrom = rare ? levels.size() - 1 : levels.size();
    this.order = order;
    this.cumulative = cumulative;
    this.steps = new StepFunction(cumulative);
    this.codes = new java.util.HashMap<>();
    for (int i = 0; i < rareFrom; i++) {
      codes.put(levels.get(i), i);
    }
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
    int[] order = IntStream.range(0, masses.length).toArray();
    return new CategoryEncoding(levels, rare, order, StepFunction.cumulate(masses));
  }

  private static int[] frequent(long[] counts, int categories, int maxCategories, int k) {
    return IntStream.range(0, categories)
        .filter(code -> counts[code] >= k)
        .boxed()
        .sorted(Comparator.<Integer>comparingLong(code -> -counts[code]).thenComparing(code -> code))
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
    for (int position = 0; position < order.length; position++) {
      if (order[position] == code) {
        return cumulative[position + 1] - cumulative[position];
      }
    }
    throw new IndexOutOfBoundsException(code);
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
   * The same categories in another order along the interval.
   *
   * @param order a permutation of the codes
   */
  public CategoryEncoding inOrder(int[] order) {
    double[] masses = new double[order.length];
    for (int position = 0; position < order.length; position++) {
      masses[position] = share(order[position]);
    }
    return new CategoryEncoding(
        levels, rareFrom < levels.size(), order.clone(), StepFunction.cumulate(masses));
  }

  @Override
  public StorageType type() {
    return StorageType.CATEGORICAL;
  }

  @Override
  public double missingShare() {
    return 0;
  }

  @Override
  public CategoricalColumn decode(double[] uniforms, double[] missing) {
    int[] decoded = new int[uniforms.length];
    for (int row = 0; row < decoded.length; row++) {
      int code = order[steps.find(uniforms[row])];
      decoded[row] = code == levels.size() ? CategoricalColumn.MISSING : code;
    }
    return new CategoricalColumn(decoded, levels);
  }

  @Override
  public void intervals(Column column, double[] lower, double[] upper) {
    int[] position = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
    }
    int[] encoded = encode((CategoricalColumn) column);
    for (int row = 0; row < encoded.length; row++) {
      lower[row] = cumulative[position[encoded[row]]];
      upper[row] = cumulative[position[encoded[row]] + 1];
    }
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("encoding", NAME);
    header.put("rare", rareFrom < levels.size());
    ArrayNode names = header.putArray("levels");
    levels.forEach(names::add);
    tensors.put(prefix + "order", order);
    tensors.put(prefix + "cumulative", cumulative);
  }

  static CategoryEncoding load(JsonNode header, ModelFile file, String prefix) {
    List<String> levels = new ArrayList<>();
    header.path("levels").forEach(level -> levels.add(level.asText()));
    int[] order = file.ints(prefix + "order");
    boolean rare = header.path("rare").asBoolean();
    if (order.length != levels.size() + 1 || (rare && levels.isEmpty()) || !isPermutation(order)) {
      throw new CorruptModelException("order of categories is not a permutation");
    }
    double[] cumulative = file.doubles(prefix + "cumulative", order.length + 1);
    Checks.cumulative(cumulative);
    return new CategoryEncoding(levels, rare, order, cumulative);
  }

  private static boolean isPermutation(int[] order) {
    boolean[] seen = new boolean[order.length];
    for (int code : order) {
      if (code < 0 || code >= order.length || seen[code]) {
        return false;
      }
      seen[code] = true;
    }
    return true;
  }
}
