package dev.likeness.evaluation.metric;

import com.google.auto.service.AutoService;
import dev.likeness.table.stats.KolmogorovSmirnov;
import java.util.OptionalDouble;

/**
 * One less the {@linkplain KolmogorovSmirnov Kolmogorov–Smirnov distance} of two samples of numbers
 * or moments.
 *
 * <p>Equal to SDMetrics' metric of that name. <b>Missing:</b> dropped.
 */
@AutoService(ColumnMetric.class)
public final class KSComplement implements ColumnMetric {

  @Override
  public String name() {
    return "KSComplement";
  }

  @Override
  public boolean accepts(Sample sample) {
    return sample instanceof NumberSample;
  }

  @Override
  public OptionalDouble score(Sample real, Sample other) {
    OptionalDouble distance =
        KolmogorovSmirnov.distanceOfSorted(
            ((NumberSample) real).sorted(), ((NumberSample) other).sorted());
    return distance.isEmpty() ? distance : OptionalDouble.of(1 - distance.getAsDouble());
  }
}
