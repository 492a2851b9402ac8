package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.boosting.Feature;
import dev.likeness.numerics.Elementary;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.encoding.QuantileEncoding;
import dev.likeness.synthesis.encoding.Region;
import dev.likeness.table.Column;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.ValueSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Numbers or moments in bins: stretches of the uniform numbers of a {@link QuantileEncoding}. A
 * value that many rows share has a bin of its own; all others lie in bins of about equally many
 * rows. Within a bin, values follow the encoding's quantile function. Missing is the last class.
 *
 * @param encoding of the values
 * @param cuts (bins + 1), rising from 0 to 1; a rounded value never lies in two bins
 */
record BinnedNumbers(QuantileEncoding encoding, double[] cuts) implements BinnedColumn {

  private static final int MOST_BINS = 250;
  private static final double FEWER = 1.25;
  private static final double PRESENT = 1;

  /**
   * Bins a column.
   *
   * @param bins that values without a bin of their own are parted into
   * @param ownRows rows that a value with a bin of its own has more than; more where such values
   *     are too many
   */
  static BinnedNumbers of(QuantileEncoding encoding, Column column, int bins, double ownRows) {
    double[] sorted = new double[column.size() - column.missingCount()];
    int size = 0;
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        sorted[size++] = QuantileEncoding.value(column, row);
      }
    }
    Arrays.sort(sorted);
    double own = ownRows;
    double[] cuts = cuts(encoding, sorted, bins, own);
    while (cuts.length > MOST_BINS + 1) {
      own *= FEWER;
      cuts = cuts(encoding, sorted, bins, own);
    }
    return new BinnedNumbers(encoding, cuts);
  }

  private static int runEnd(double[] sorted, int from) {
    int end = from + 1;
    while (end < sorted.length && sorted[end] == sorted[from]) {
      end++;
    }
    return end;
  }

  /** Bins begin where their first value does. */
  private static double[] cuts(QuantileEncoding encoding, double[] sorted, int bins, double own) {
    double[] cuts = new double[3 * bins + 2];
    int size = 1;
    double rows = Math.max(1, (double) sorted.length / bins);
    int have = 0;
    boolean wasOwn = false;
    for (int i = 0; i < sorted.length; ) {
      int end = runEnd(sorted, i);
      boolean isOwn = end - i > own;
      if (i > 0 && (isOwn || wasOwn || have >= rows)) {
        double from = encoding.lowerEnd(sorted[i]);
        if (from > cuts[size - 1] && from < 1) {
          cuts = size + 1 < cuts.length ? cuts : Arrays.copyOf(cuts, 2 * size);
          cuts[size++] = from;
        }
        have = 0;
      }
      have += end - i;
      wasOwn = isOwn;
      i = end;
    }
    cuts[size++] = 1;
    return Arrays.copyOf(cuts, size);
  }

  private int bins() {
    return encoding.missingShare() < 1 ? cuts.length - 1 : 0;
  }

  private boolean mayBeMissing() {
    return encoding.missingShare() > 0;
  }

  @Override
  public int classes() {
    return bins() + (mayBeMissing() ? 1 : 0);
  }

  @Override
  public Feature feature() {
    return mayBeMissing() && bins() > 0
        ? Feature.orderedWithMissing(classes())
        : Feature.ordered(classes());
  }

  @Override
  public int[] classesOf(Column column) {
    int[] classes = new int[column.size()];
    for (int row = 0; row < classes.length; row++) {
      classes[row] = column.isMissing(row) ? missing() : bin(QuantileEncoding.value(column, row));
    }
    return classes;
  }

  private int missing() {
    return mayBeMissing() ? bins() : IMPOSSIBLE;
  }

  private int bin(double value) {
    if (bins() == 0) {
      return missing();
    }
    double middle = (encoding.lowerEnd(value) + encoding.upperEnd(value)) / 2;
    int at = Arrays.binarySearch(cuts, middle);
    return Math.clamp(at >= 0 ? at : -at - 2, 0, bins() - 1);
  }

  @Override
  public Column decode(int[] classes, double[] uniforms) {
    double[] places = new double[classes.length];
    for (int row = 0; row < classes.length; row++) {
      int bin = classes[row];
      if (bin < bins()) {
        places[row] = Math.fma(cuts[bin + 1] - cuts[bin], uniforms[row], cuts[bin]);
      }
    }
    return at(classes, places);
  }

  /** The values at places of the quantile function, and missing ones. */
  private Column at(int[] classes, double[] places) {
    double[][] latents = new double[encoding.latents()][];
    latents[0] = places;
    if (latents.length > 1) {
      latents[1] = Arrays.stream(classes).mapToDouble(bin -> bin < bins() ? PRESENT : 0).toArray();
    }
    return encoding.decode(latents);
  }

  @Override
  public Wanted wanted(ValueSet set) {
    if (!(set instanceof NumberSet numbers)) {
      throw new IllegalArgumentException("set = categories, expected numbers");
    }
    List<Region.Piece> pieces = encoding.present(numbers).map(Region::pieces).orElseGet(List::of);
    List<List<Stretch>> stretches = new ArrayList<>();
    for (int bin = 0; bin < bins(); bin++) {
      stretches.add(stretches(bin, pieces));
    }
    double[] shares = new double[classes()];
    Arrays.setAll(
        shares,
        bin ->
            bin == bins()
                ? numbers.missing() ? 1 : 0
                : Math.min(1, length(stretches.get(bin)) / (cuts[bin + 1] - cuts[bin])));
    return new WantedNumbers(this, stretches, shares);
  }

  private List<Stretch> stretches(int bin, List<Region.Piece> pieces) {
    List<Stretch> stretches = new ArrayList<>();
    for (Region.Piece piece : pieces) {
      double lower = Math.max(piece.lower(), cuts[bin]);
      double upper = Math.min(piece.upper(), Math.nextDown(cuts[bin + 1]));
      if (lower < upper) {
        stretches.add(new Stretch(lower, upper));
      }
    }
    return stretches;
  }

  private static double length(List<Stretch> stretches) {
    return stretches.stream().mapToDouble(Stretch::length).sum();
  }

  /** An interval of the quantile function, both ends included. */
  private record Stretch(double lower, double upper) {

    double length() {
      return upper - lower;
    }
  }

  /**
   * Stretches of bins.
   *
   * @param column that is binned
   * @param stretches of each bin where values are in the set, rising
   * @param shares of each class
   */
  private record WantedNumbers(BinnedNumbers column, List<List<Stretch>> stretches, double[] shares)
      implements Wanted {

    @Override
    public Column decode(int[] classes, double[] uniforms) {
      double[] places = new double[classes.length];
      for (int row = 0; row < classes.length; row++) {
        if (classes[row] < column.bins()) {
          places[row] = place(stretches.get(classes[row]), uniforms[row]);
        }
      }
      return column.at(classes, places);
    }

    /** So far into all stretches together. */
    private static double place(List<Stretch> stretches, double uniform) {
      double left = uniform * BinnedNumbers.length(stretches);
      int last = stretches.size() - 1;
      for (Stretch stretch : stretches.subList(0, last)) {
        if (left < stretch.length()) {
          return stretch.lower() + left;
        }
        left -= stretch.length();
      }
      Stretch end = stretches.get(last);
      return Math.clamp(end.lower() + left, end.lower(), end.upper());
    }
  }

  @Override
  public void addLogShare(Column column, int[] classes, double[] sums) {
    for (int row = 0; row < sums.length; row++) {
      int bin = classes[row];
      if (bin < 0) {
        sums[row] = Double.NEGATIVE_INFINITY;
      } else if (bin < bins()) {
        double value = QuantileEncoding.value(column, row);
        double width = encoding.upperEnd(value) - encoding.lowerEnd(value);
        boolean isDensity = !encoding.isRounded() && width == 0;
        sums[row] += Elementary.log((isDensity ? 1 : width) / (cuts[bin + 1] - cuts[bin]));
      }
    }
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    encoding.save(header, tensors, prefix);
    tensors.put(prefix + "bins", cuts);
  }

  static BinnedNumbers load(QuantileEncoding encoding, ModelFile file, String prefix) {
    double[] cuts = file.doubles(prefix + "bins");
    boolean rises =
        cuts.length >= 2
            && cuts.length <= MOST_BINS + 2
            && cuts[0] == 0
            && cuts[cuts.length - 1] == 1;
    for (int i = 1; rises && i < cuts.length; i++) {
      rises = cuts[i] > cuts[i - 1];
    }
    if (!rises) {
      throw new CorruptModelException("bins of a column do not rise from 0 to 1");
    }
    return new BinnedNumbers(encoding, cuts);
  }
}
