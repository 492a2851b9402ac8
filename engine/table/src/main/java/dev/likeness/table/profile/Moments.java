package dev.likeness.table.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Statistics of numbers from their sorted distinct values, so that sums are always taken in the
 * same order.
 *
 * <p>Quantiles are linear between order statistics (type 7 of Hyndman and Fan 1996); the standard
 * deviation divides by n − 1; skewness and kurtosis are moments m₃ / m₂^1.5 and m₄ / m₂² − 3.
 */
final class Moments {

  private static final double[] SHARES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
  private static final int MOST_BINS = 50;

  private final Distincts numbers;
  private final long n;
  private final double mean;
  private final double second;
  private final double third;
  private final double fourth;

  Moments(Distincts distincts) {
    numbers = distincts.sort();
    long total = 0;
    double sum = 0;
    for (int i = 0; i < numbers.size(); i++) {
      total += numbers.count(i);
      sum += numbers.value(i) * numbers.count(i);
    }
    n = total;
    mean = n == 0 ? 0 : sum / n;
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    for (int i = 0; i < numbers.size(); i++) {
      double d = numbers.value(i) - mean;
      double square = d * d * numbers.count(i);
      m2 += square;
      m3 += square * d;
      m4 += square * d * d;
    }
    second = m2;
    third = m3;
    fourth = m4;
  }

  boolean isEmpty() {
    return n == 0;
  }

  double min() {
    return numbers.value(0);
  }

  double max() {
    return numbers.value(numbers.size() - 1);
  }

  OptionalDouble mean() {
    return finite(n > 0, mean);
  }

  OptionalDouble sd() {
    return finite(n > 1, Math.sqrt(second / (n - 1)));
  }

  OptionalDouble skewness() {
    double variance = second / n;
    return finite(n > 2 && variance > 0, third / n / (variance * Math.sqrt(variance)));
  }

  OptionalDouble kurtosis() {
    double variance = second / n;
    return finite(n > 3 && variance > 0, fourth / n / (variance * variance) - 3);
  }

  private static OptionalDouble finite(boolean defined, double value) {
    return defined && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  List<Quantile> quantiles(DoubleFunction<Scalar> shown) {
    List<Quantile> quantiles = new ArrayList<>();
    int at = 0;
    long before = 0;
    for (double p : SHARES) {
      double place = p * (n - 1);
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
    for (int i = 0; i <= bins; i++) {
      edges.add(shown.apply(i == bins && !single ? low + bins * step : start + i * step));
      if (i < bins) {
        heights.add(counts[i]);
      }
    }
    return new Histogram(edges, heights);
  }

  private int bins() {
    return (int) Math.clamp(Math.ceil(2 * Math.cbrt(n)), 5, MOST_BINS);
  }
}
