package dev.likeness.evaluation.metric;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;

/**
 * One less the total variation distance of two samples of categories.
 *
 * <p>Equal to SDMetrics' metric of that name, and therefore with its one oddity: each category that
 * only the other table has is taken to occur 10⁻⁶ times in the real one, so that samples without a
 * common category score a little above 0. <b>Missing:</b> dropped.
 */
@AutoService(ColumnMetric.class)
public final class TVComplement implements ColumnMetric {

  private static final double UNSEEN = 1e-6;

  @Override
  public String name() {
    return "TVComplement";
  }

  @Override
  public boolean accepts(Sample sample) {
    return sample instanceof CategorySample;
  }

  @Override
  public OptionalDouble score(Sample real, Sample other) {
    long[] mine = ((CategorySample) real).counts();
    long[] theirs = ((CategorySample) other).counts();
    double n = real.rows() - real.missing();
    double m = other.rows() - other.missing();
    if (n == 0 || m == 0) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < mine.length; i++) {
      n += unseen(mine[i], theirs[i]);
    }
    double sum = 0;
    for (int i = 0; i < mine.length; i++) {
      sum += Math.abs((mine[i] + unseen(mine[i], theirs[i])) / n - theirs[i] / m);
    }
    return OptionalDouble.of(Math.clamp(1 - sum / 2, 0, 1));
  }

  private static double unseen(long mine, long theirs) {
    return mine == 0 && theirs > 0 ? UNSEEN : 0;
  }
}
