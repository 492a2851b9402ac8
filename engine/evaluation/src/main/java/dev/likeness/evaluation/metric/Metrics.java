package dev.likeness.evaluation.metric;

import java.util.List;
import java.util.ServiceLoader;

/** The registered metrics. <b>Thread-safe:</b> yes. */
public final class Metrics {

  private static final List<ColumnMetric> COLUMN =
      ServiceLoader.load(ColumnMetric.class, Metrics.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  @SuppressWarnings("rawtypes")
  private static final List<PairMetric> PAIR =
      ServiceLoader.load(PairMetric.class, Metrics.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Metrics() {}

  /** All column metrics. */
  public static List<ColumnMetric> ofColumns() {
    return COLUMN;
  }

  /** All pair metrics. */
  public static List<PairMetric<?>> ofPairs() {
    return PAIR.stream().<PairMetric<?>>map(metric -> metric).toList();
  }

  /** The metric for a column. */
  public static ColumnMetric forColumn(Sample sample) {
    return COLUMN.stream().filter(metric -> metric.accepts(sample)).findFirst().orElseThrow();
  }

  /** The metric for a pair of columns. */
  public static PairMetric<?> forPair(Sample a, Sample b) {
    for (PairMetric<?> metric : PAIR) {
      if (metric.accepts(a, b)) {
        return metric;
      }
    }
    throw new IllegalStateException("no metric is registered for this pair of columns");
  }
}
