package dev.likeness.table.profile;

import dev.likeness.table.stats.MomentSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Statistics of numbers: moments of all of them, quantiles and histogram of those that were kept.
 *
 * <p>Quantiles are linear between order statistics (type 7 of Hyndman and Fan 1996); the standard
 * deviation divides by n − 1; skewness and kurtosis are moments m₃ / m₂^1.5 and m₄ / m₂² − 3.
 */
final class Moments {

  private static final double[] SHARES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
  private static final int MOST_BINS = 50;
  private static final int TOP = 20;

  private final MomentSums sums;
  private final Distincts numbers;
  private final long kept;

  Moments(Distincts all, Distincts kept) {
    numbers = kept.sort();
    sums = all.sums();
    long total = 0;
    for (int i = 0; i < numbers.size(); i++) {
      total += numbers.count(i);
    }
    this.kept = total;
  }

  double min() {
    return sums.min();
  }

  double max() {
    return sums.max();
  }

  OptionalDouble mean() {
    return sums.mean();
  }

  OptionalDouble sd() {
    return sums.sd();
  }

  OptionalDouble skewness() {
    return sums.skewness();
  }

  OptionalDouble kurtosis() {
    return sums.kurtosis();
  }

  List<Quantile> quantiles(DoubleFunction<Scalar> shown) {
    List<Quantile> quantiles = new ArrayList<>();
    int at = 0;
    long before = 0;
    for (double p : SHARES) {
      if (kept == 0) {
        return List.of();
      }
      double place = p * (kept - 1);
      long low = (long) place;
      while (before + numbers.count(at) <= low) {
        before += numbers.count(at++);
      }
      double below = numbers.value(at);
      boolean same = low + 1 < before + numbers.count(at) || at + 1 == numbers.size();
      double above = same ? below : numbers.value(at + 1);
      quantiles.add(new Quantile(p, shown.apply(below + (place - low) * (above - below))));
    }
    return quantiles;
  }

  /** The most frequent numbers among those that repeat. */
  List<TopValue> frequent(DoubleFunction<String> text) {
    return Arrays.stream(numbers.frequent(TOP))
        .filter(i -> numbers.count(i) > 1)
        .mapToObj(i -> new TopValue(text.apply(numbers.value(i)), numbers.count(i)))
        .toList();
  }

  /** Bins of equal width; one for each whole number where those are few. */
  Histogram histogram(boolean whole, DoubleFunction<Scalar> shown) {
    double low = min();
    double range = max() - low;
    boolean single = whole && range < MOST_BINS;
    int bins = single ? (int) range + 1 : range > 0 ? bins() : 1;
    double start = single ? low - 0.5 : low;
    double step = single ? 1 : range > 0 ? range / bins : 1;
    long[] counts = new long[bins];
    for (int i = 0; i < numbers.size(); i++) {
      int bin = (int) ((numbers.value(i) - start) / step);
      counts[Math.clamp(bin, 0, bins - 1)] += numbers.count(i);
    }
    List<Scalar> edges = new ArrayList<>();
    List<Long> heights = new ArrayList<>();
    double scale = kept == 0 ? 0 : (double) sums.count() / kept;
    for (int i = 0; i <= bins; i++) {
      edges.add(shown.apply(i == bins && !single ? low + bins * step : start + i * step));
      if (i < bins) {
        heights.add(Math.round(counts[i] * scale));
      }
    }
    return new Histogram(edges, heights);
  }

  private int bins() {
    return (int) Math.clamp(Math.ceil(2 * Math.cbrt(sums.count())), 5, MOST_BINS);
  }
}
