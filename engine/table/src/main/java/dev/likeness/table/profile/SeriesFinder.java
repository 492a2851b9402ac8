package dev.likeness.table.profile;

import dev.likeness.table.profile.Series.Pattern;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Looks for order in stretches of neighbouring rows: the first one proposes, the others confirm.
 *
 * <p>A sequence has at most 1% of exceptions. A cycle of p rows has values equal to those p rows
 * before in at least 99% of rows, and far more often than a column that hardly changes would. A
 * season is proposed by the autocorrelation and holds where the mean course of the first half of a
 * stretch explains at least 30% of the variance of the second half, both without a moving mean over
 * a period: so random walks have none.
 *
 * <p><b>Missing:</b> NaN; a sequence and a cycle count it as an exception, a season as no
 * deviation, if it is at most a tenth. <b>Cost:</b> at most rows² / 4 of a stretch.
 * <b>Thread-safe:</b> yes.
 */
final class SeriesFinder {

  private static final int FEW = 10;
  private static final double TOLERATED = 0.01;
  private static final double USUAL = 0.5;
  private static final int CYCLES = 3;
  private static final double CHANGES = 0.05;
  private static final double TELLING = 20;
  private static final int SEASON_ROWS = 40;
  private static final int SEASONS = 4;
  private static final int PEAKS = 8;
  private static final double PEAK = 0.2;
  private static final double EXPLAINED = 0.3;
  private static final double NEARLY_BEST = 0.9;

  private SeriesFinder() {}

  /** Values of a stretch of rows. */
  record Stretch(double[] values) {
    int size() {
      return values.length;
    }
  }

  /**
   * What the order of the rows does.
   *
   * @param stretches of rows that follow each other, the first one longest
   * @param counts whether values are whole numbers that may count
   * @param amounts whether values are amounts that may have seasons; else sequences need a constant
   *     step no more than cycles do
   * @param ordered whether larger and smaller mean something
   */
  static Optional<Series> find(
      List<Stretch> stretches, boolean counts, boolean amounts, boolean ordered) {
    Optional<Series> sequence = ordered ? sequence(stretches, counts) : Optional.empty();
    return sequence
        .or(() -> cycle(stretches))
        .or(() -> amounts ? season(stretches) : Optional.empty());
  }

  private static int rows(List<Stretch> stretches) {
    return stretches.stream().mapToInt(Stretch::size).sum();
  }

  private static Optional<Series> sequence(List<Stretch> stretches, boolean counts) {
    int rows = rows(stretches);
    double[] steps =
        stretches.stream().flatMapToDouble(part -> Arrays.stream(steps(part.values))).toArray();
    if (rows < FEW) {
      return Optional.empty();
    }
    int rising = (int) Arrays.stream(steps).filter(step -> step > 0).count();
    int falling = (int) Arrays.stream(steps).filter(step -> step < 0).count();
    int exceptions = steps.length - Math.max(rising, falling);
    if (exceptions > TOLERATED * steps.length) {
      return Optional.empty();
    }
    double usual = median(steps);
    long usuals = Arrays.stream(steps).filter(step -> same(step, usual)).count();
    boolean constant = steps.length - usuals <= TOLERATED * steps.length;
    boolean counting = counts && rising > falling && usuals >= USUAL * steps.length;
    return Optional.of(
        new Series(
            counting ? Pattern.AUTOINCREMENT : Pattern.SEQUENCE,
            counting || constant ? OptionalDouble.of(usual) : OptionalDouble.empty(),
            OptionalInt.empty(),
            1 - (double) exceptions / steps.length,
            rows,
            exceptions));
  }

  private static double[] steps(double[] values) {
    return IntStream.range(1, values.length)
        .mapToDouble(i -> values[i] - values[i - 1])
        .map(step -> Double.isNaN(step) ? 0 : step)
        .toArray();
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static Optional<Series> cycle(List<Stretch> stretches) {
    double[] first = stretches.getFirst().values;
    int changes = broken(first, 1);
    for (int period = 2; period * CYCLES <= first.length; period++) {
      if (repeats(first, period, changes)) {
        int p = period;
        boolean all =
            stretches.stream()
                .skip(1)
                .allMatch(part -> part.size() < CYCLES * p || repeats(part, p));
        int broken = stretches.stream().mapToInt(part -> broken(part.values, p)).sum();
        int rows = rows(stretches);
        return all
            ? Optional.of(
                new Series(
                    Pattern.CYCLIC,
                    OptionalDouble.empty(),
                    OptionalInt.of(p),
                    1 - (double) broken / rows,
                    rows,
                    broken))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean repeats(Stretch part, int period) {
    return repeats(part.values, period, broken(part.values, 1));
  }

  /**
   * Whether values come back after a period.
   *
   * @param changes rows that differ from the one before
   */
  private static boolean repeats(double[] values, int period, int changes) {
    int allowed = (int) Math.min(TOLERATED * values.length, CHANGES * changes);
    int broken = 0;
    for (int i = period; i < values.length; i++) {
      broken += values[i] == values[i - period] ? 0 : 1;
      if (broken > allowed) {
        return false;
      }
    }
    return changes >= 2 * values.length / period - 2
        && (values.length - period) * difference(values) >= TELLING;
  }

  /** Chance that two rows differ. */
  private static double difference(double[] values) {
    Map<Double, Integer> counts = new HashMap<>();
    for (double value : values) {
      counts.merge(value, 1, Integer::sum);
    }
    double same = 0;
    for (int count : counts.values()) {
      same += (double) count * count;
    }
    return 1 - same / values.length / values.length;
  }

  /** Rows in which the value differs from the one so many rows before. */
  private static int broken(double[] values, int lag) {
    int broken = 0;
    for (int i = lag; i < values.length; i++) {
      broken += values[i] == values[i - lag] ? 0 : 1;
    }
    return broken;
  }

  private static Optional<Series> season(List<Stretch> stretches) {
    double[] first = filled(stretches.getFirst().values);
    if (first.length < SEASON_ROWS) {
      return Optional.empty();
    }
    int[] periods = peaks(first);
    double best = 0;
    for (int period : periods) {
      best = Math.max(best, explained(first, period));
    }
    for (int period : periods) {
      double explained = explained(first, period);
      if (explained >= EXPLAINED && explained >= NEARLY_BEST * best) {
        return confirmed(stretches, period, explained);
      }
    }
    return Optional.empty();
  }

  private static Optional<Series> confirmed(List<Stretch> stretches, int period, double explained) {
    boolean all =
        stretches.stream()
            .skip(1)
            .filter(part -> part.size() >= SEASONS * period)
            .allMatch(part -> explained(filled(part.values), period) >= EXPLAINED);
    return all
        ? Optional.of(
            new Series(
                Pattern.SEASONAL,
                OptionalDouble.empty(),
                OptionalInt.of(period),
                explained,
                rows(stretches),
                0))
        : Optional.empty();
  }

  /** With the mean for missing values; nothing where there are too many. */
  private static double[] filled(double[] values) {
    double[] present = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
    if (present.length < 0.9 * values.length) {
      return new double[0];
    }
    double mean = Arrays.stream(present).sum() / present.length;
    return Arrays.stream(values).map(x -> Double.isNaN(x) ? mean : x).toArray();
  }

  /** Lags at which the autocorrelation without a linear trend peaks, the highest few, ascending. */
  private static int[] peaks(double[] values) {
    double[] x = straightened(values);
    int most = x.length / SEASONS;
    double[] r = new double[most + 2];
    for (int lag = 0; lag < r.length; lag++) {
      double sum = 0;
      for (int i = lag; i < x.length; i++) {
        sum += x[i] * x[i - lag];
      }
      r[lag] = sum;
    }
    return IntStream.rangeClosed(2, most)
        .filter(lag -> r[lag] >= r[lag - 1] && r[lag] >= r[lag + 1] && r[lag] > PEAK * r[0])
        .boxed()
        .sorted((a, b) -> Double.compare(r[b], r[a]))
        .limit(PEAKS)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static double[] straightened(double[] values) {
    double n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    double slope = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double at = i - (n - 1) / 2;
      slope += at * (values[i] - mean);
      spread += at * at;
    }
    double rise = slope / spread;
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i] - mean - rise * (i - (n - 1) / 2))
        .toArray();
  }

  /** Share of the variance of the second half that the mean course of the first half explains. */
  private static double explained(double[] values, int period) {
    double[] x = withoutMovingMean(values, period);
    int half = x.length / 2;
    if (half < 2 * period) {
      return 0;
    }
    double[] course = new double[period];
    int[] counts = new int[period];
    for (int i = 0; i < half; i++) {
      course[i % period] += x[i];
      counts[i % period]++;
    }
    double left = 0;
    double all = 0;
    for (int i = half; i < x.length; i++) {
      double rest = x[i] - course[i % period] / counts[i % period];
      left += rest * rest;
      all += x[i] * x[i];
    }
    return all > 0 ? Math.max(0, 1 - left / all) : 0;
  }

  /** What deviates from the mean over one period around it; shorter by a period. */
  private static double[] withoutMovingMean(double[] values, int period) {
    int size = Math.max(0, values.length - period);
    double[] x = new double[size];
    double sum = 0;
    for (int i = 0; i < period && i < values.length; i++) {
      sum += values[i];
    }
    for (int i = 0; i < size; i++) {
      double next = sum + values[i + period] - values[i];
      x[i] = values[i + period / 2] - (period % 2 == 0 ? (sum + next) / 2 : sum) / period;
      sum = next;
    }
    return x;
  }
}
