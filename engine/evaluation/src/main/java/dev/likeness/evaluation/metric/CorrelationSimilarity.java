package dev.likeness.evaluation.metric;

import com.google.auto.service.AutoService;
import dev.likeness.table.stats.Correlation;
import java.util.OptionalDouble;

/**
 * How near Pearson's correlation of two columns of numbers comes to the real one.
 *
 * <pre>  1 − |r − r'| / 2</pre>
 *
 * <p>Equal to SDMetrics' metric of that name. <b>Missing:</b> pairwise complete. A column that is
 * constant in either table has no score.
 */
@AutoService(PairMetric.class)
@SuppressWarnings("rawtypes")
public final class CorrelationSimilarity implements PairMetric<OptionalDouble> {

  @Override
  public String name() {
    return "CorrelationSimilarity";
  }

  @Override
  public boolean accepts(Sample a, Sample b) {
    return a instanceof NumberSample && b instanceof NumberSample;
  }

  @Override
  public OptionalDouble relation(Sample a, Sample b) {
    NumberSample x = (NumberSample) a;
    NumberSample y = (NumberSample) b;
    return x.moments().isPresent() && y.moments().isPresent()
        ? Correlation.ofMoments(x.moments().get(), y.moments().get())
        : Correlation.pearson(x.values(), y.values());
  }

  @Override
  public OptionalDouble similarity(OptionalDouble real, OptionalDouble other) {
    return real.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - Math.abs(real.getAsDouble() - other.getAsDouble()) / 2);
  }

  @Override
  public OptionalDouble strength(OptionalDouble relation) {
    return relation;
  }

  @Override
  public double threshold() {
    return 0.5;
  }
}
