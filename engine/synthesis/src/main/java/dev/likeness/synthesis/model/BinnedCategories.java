package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.boosting.Feature;
import dev.likeness.synthesis.encoding.CategoryEncoding;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.condition.ValueSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Levels of a category by frequency; missing is a level. Later columns are told the 255 most
 * frequent levels, all others are one to them.
 *
 * @param encoding of the levels
 * @param levels code of each class, the most frequent first; levels that do not occur have none
 * @param classOf class of each code, or {@link #IMPOSSIBLE}
 */
record BinnedCategories(CategoryEncoding encoding, int[] levels, int[] classOf)
    implements BinnedColumn {

  /** Orders the levels of an encoding. */
  static BinnedCategories of(CategoryEncoding encoding) {
    int[] levels =
        IntStream.range(0, encoding.cardinality())
            .filter(code -> encoding.share(code) > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(code -> -encoding.share(code)))
            .mapToInt(code -> code)
            .toArray();
    if (levels.length == 0) {
      levels = new int[] {encoding.cardinality() - 1};
    }
    int[] classOf = new int[encoding.cardinality()];
    Arrays.fill(classOf, IMPOSSIBLE);
    for (int i = 0; i < levels.length; i++) {
      classOf[levels[i]] = i;
    }
    return new BinnedCategories(encoding, levels, classOf);
  }

  @Override
  public int classes() {
    return levels.length;
  }

  @Override
  public Feature feature() {
    return Feature.categorical(Math.min(levels.length, Feature.MAX_CARDINALITY));
  }

  @Override
  public int[] classesOf(Column column) {
    int[] codes = encoding.encode((CategoricalColumn) column);
    for (int row = 0; row < codes.length; row++) {
      codes[row] = classOf[codes[row]];
    }
    return codes;
  }

  @Override
  public Column decode(int[] classes, double[] uniforms) {
    return encoding.column(Arrays.stream(classes).map(c -> levels[c]).toArray());
  }

  @Override
  public Wanted wanted(ValueSet set) {
    boolean[] wanted = encoding.wanted(set);
    double[] shares = Arrays.stream(levels).mapToDouble(code -> wanted[code] ? 1 : 0).toArray();
    return new WantedLevels(this, shares);
  }

  /**
   * Some levels.
   *
   * @param column that has them
   * @param shares of each class, 0 or 1
   */
  private record WantedLevels(BinnedCategories column, double[] shares) implements Wanted {

    @Override
    public Column decode(int[] classes, double[] uniforms) {
      return column.decode(classes, uniforms);
    }
  }

  @Override
  public void addLogShare(Column column, int[] classes, double[] sums) {
    for (int row = 0; row < sums.length; row++) {
      sums[row] += classes[row] < 0 ? Double.NEGATIVE_INFINITY : 0;
    }
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    encoding.save(header, tensors, prefix);
  }
}
