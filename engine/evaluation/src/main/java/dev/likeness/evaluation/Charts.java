package dev.likeness.evaluation;

import dev.likeness.evaluation.metric.CategorySample;
import dev.likeness.evaluation.metric.NumberSample;
import dev.likeness.table.StorageType;
import dev.likeness.table.stats.Bins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws the distributions of a column without showing what singles a person out.
 *
 * <p>Histograms span from the {@value #FEWEST}th smallest to the {@value #FEWEST}th largest
 * training value; what lies beyond is counted in the outermost bins, so no extreme is shown.
 * Categories are named only where at least {@value #FEWEST} training rows have them, and only the
 * {@value #MOST_CATEGORIES} most frequent.
 */
final class Charts {

  static final int FEWEST = 5;
  static final int MOST_BINS = 50;
  static final int MOST_CATEGORIES = 20;

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double HALF_A_DAY = 12 * 3600 * 1e9;

  private Charts() {}

  /** The chart of a column; empty where the training rows have too few values for one. */
  static Optional<Chart> of(ComparedColumn column) {
    return switch (column.real()) {
      case NumberSample real -> histogram(column, real, (NumberSample) column.synthetic());
      case CategorySample real -> categories(column, real, (CategorySample) column.synthetic());
    };
  }

  private static Optional<Chart> histogram(
      ComparedColumn column, NumberSample real, NumberSample synthetic) {
    double[] sorted = real.sorted();
    if (sorted.length < 2 * FEWEST) {
      return Optional.empty();
    }
    boolean moments = column.field().type() == StorageType.TEMPORAL;
    double[] span = Arrays.copyOfRange(sorted, FEWEST - 1, sorted.length - FEWEST + 1);
    Bins bins = bins(span, moments);
    double scale = moments ? NANOS_PER_MILLI : 1;
    return Optional.of(
        new Chart.Histogram(
            moments ? "epoch_millis" : "number",
            DoubleStream.of(bins.edges()).map(edge -> edge / scale).boxed().toList(),
            shares(bins, real.values()),
            shares(bins, synthetic.values())));
  }

  private static Bins bins(double[] sorted, boolean moments) {
    double low = sorted[0];
    if (low == sorted[sorted.length - 1]) {
      double half = moments ? HALF_A_DAY : 0.5;
      return Bins.between(low - half, low + half, 1);
    }
    return moments ? evenly(sorted) : bins(sorted);
  }

  /** Whole numbers get bins of equally many of them, with edges halfway between. */
  private static Bins bins(double[] sorted) {
    double low = sorted[0];
    double width = sorted[sorted.length - 1] - low + 1;
    boolean whole = Arrays.stream(sorted).allMatch(v -> v == Math.rint(v)) && width < 1e15;
    if (!whole) {
      return evenly(sorted);
    }
    double step = Math.ceil(width / MOST_BINS);
    int count = (int) Math.ceil(width / step);
    return Bins.between(low - 0.5, low - 0.5 + step * count, count);
  }

  /** Rice's rule, within limits: bins = 2 · ∛n. */
  private static Bins evenly(double[] sorted) {
    int count = Math.clamp((int) Math.ceil(2 * Math.cbrt(sorted.length)), 5, MOST_BINS);
    return Bins.of(sorted, count);
  }

  private static List<Double> shares(Bins bins, double[] values) {
    long[] counts = new long[bins.count()];
    for (double value : values) {
      if (!Double.isNaN(value)) {
        counts[bins.nearestBin(value)]++;
      }
    }
    return shares(counts);
  }

  private static Optional<Chart> categories(
      ComparedColumn column, CategorySample real, CategorySample synthetic) {
    long[] counts = real.counts();
    if (real.rows() == real.missing()) {
      return Optional.empty();
    }
    int[] named =
        IntStream.range(0, counts.length)
            .filter(category -> counts[category] >= FEWEST)
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(category -> -counts[category]))
            .limit(MOST_CATEGORIES)
            .mapToInt(Integer::intValue)
            .toArray();
    long[] mine = withOthers(counts, named);
    long[] theirs = withOthers(synthetic.counts(), named);
    List<String> labels = new ArrayList<>();
    Arrays.stream(named).mapToObj(column.dictionary()::get).forEach(labels::add);
    int shown = named.length;
    if (mine[shown] + theirs[shown] > 0) {
      labels.add(labels.contains("other") ? "(other)" : "other");
      shown++;
    }
    return Optional.of(
        new Chart.Categories(
            List.copyOf(labels), shares(mine).subList(0, shown), shares(theirs).subList(0, shown)));
  }

  /** The counts of some categories, and behind them that of all others. */
  private static long[] withOthers(long[] counts, int[] named) {
    long[] result = new long[named.length + 1];
    result[named.length] = Arrays.stream(counts).sum();
    for (int i = 0; i < named.length; i++) {
      result[i] = counts[named[i]];
      result[named.length] -= result[i];
    }
    return result;
  }

  private static List<Double> shares(long[] counts) {
    double total = Math.max(1, Arrays.stream(counts).sum());
    return Arrays.stream(counts).mapToObj(count -> count / total).toList();
  }
}
