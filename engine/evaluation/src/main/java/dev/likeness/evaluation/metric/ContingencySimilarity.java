package dev.likeness.evaluation.metric;

import com.google.auto.service.AutoService;
import dev.likeness.table.stats.Contingency;
import java.util.OptionalDouble;

/**
 * How near the two-way table of two columns, at least one of them categories, comes to the real
 * one.
 *
 * <pre>  1 − ½ Σ |pᵢⱼ − qᵢⱼ|</pre>
 *
 * <p>Numbers are cut into {@value NumberSample#BINS} bins of equal width between the extremes of
 * the <em>real</em> column, what lies outside going into the first or the last. This is SDMetrics'
 * metric of that name called with {@code continuous_column_names}; its report bins each table by
 * its own extremes instead, which hides a shift, see {@link Sample#binnedAlone}. <b>Missing:</b> a
 * category. The strength is Cramér's V without bias correction.
 */
@AutoService(PairMetric.class)
@SuppressWarnings("rawtypes")
public final class ContingencySimilarity implements PairMetric<Contingency> {

  @Override
  public String name() {
    return "ContingencySimilarity";
  }

  @Override
  public boolean accepts(Sample a, Sample b) {
    return a instanceof CategorySample || b instanceof CategorySample;
  }

  @Override
  public Contingency relation(Sample a, Sample b) {
    return Contingency.of(a.codes(), a.width(), b.codes(), b.width());
  }

  @Override
  public OptionalDouble similarity(Contingency real, Contingency other) {
    OptionalDouble distance = real.distance(other);
    return distance.isEmpty()
        ? distance
        : OptionalDouble.of(Math.clamp(1 - distance.getAsDouble(), 0, 1));
  }

  @Override
  public OptionalDouble strength(Contingency relation) {
    return relation.cramersV();
  }

  @Override
  public double threshold() {
    return 0.3;
  }
}
