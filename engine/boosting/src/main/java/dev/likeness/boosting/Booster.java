package dev.likeness.boosting;

import dev.likeness.numerics.RunContext;
import java.util.Arrays;

/**
 * Fits trees on samples of one matrix, again and again in the same memory: after the first fit of
 * its largest sample a tree costs no allocation.
 *
 * <p>Each round computes first and second derivatives g, h of the loss, grows a tree leaf by leaf
 * where Σg² / (Σh + λ) rises most, and moves the score of each leaf by −rate · Σg / (Σh + λ).
 *
 * <p><b>Cost:</b> about 1 ns for each row, feature and two levels of a tree; memory of 60 bytes and
 * a copy of its codes for each row of the sample. <b>Randomness:</b> none; the same bytes for any
 * number of threads. <b>Thread-safe:</b> no; threads that fit at once have one each.
 */
public final class Booster {

  private final CodeMatrix matrix;
  private final TreeGrower grower;
  private double[] watched = {};

  /** A booster over a matrix. */
  public Booster(CodeMatrix matrix) {
    this.matrix = matrix;
    this.grower = new TreeGrower(matrix.features());
  }

  /**
   * Trees, and how the mean loss of rows that were only watched went.
   *
   * @param trees all that were grown
   * @param watchedLoss before the first tree and after each
   */
  public record Fit(BoostedTrees trees, double[] watchedLoss) {}

  /**
   * Fits a sample.
   *
   * @throws dev.likeness.numerics.CancelledException when the run asked to stop
   */
  public BoostedTrees fit(Sample sample, Settings settings, RunContext run) {
    return fit(sample, Sample.none(), matrix.features().size(), 0, settings, run).trees();
  }

  /**
   * Fits a sample and watches others.
   *
   * @param sample to learn
   * @param watch rows whose loss is told, and that nothing is learnt from
   * @param width number of leading features that may be asked
   * @param patience rounds without a smaller watched loss after which it stops; 0 for never
   * @param settings how trees are grown
   * @throws dev.likeness.numerics.CancelledException when the run asked to stop
   */
  public Fit fit(
      Sample sample, Sample watch, int width, int patience, Settings settings, RunContext run) {
    if (width < 0 || width > matrix.features().size()) {
      throw new IllegalArgumentException(
          "width = " + width + ", expected in [0, " + matrix.features().size() + "]");
    }
    grower.begin(matrix, sample, width, settings);
    double[] losses = new double[watch.size() == 0 ? 0 : settings.rounds() + 1];
    startWatching(watch, losses, settings.objective());
    int best = 0;
    int rounds = 0;
    while (rounds < settings.rounds() && width > 0) {
      run.cancellation().check();
      if (!grower.grow(run)) {
        break;
      }
      rounds++;
      if (losses.length > 0) {
        losses[rounds] = watch(watch, settings.objective());
        best = losses[rounds] < losses[best] ? rounds : best;
        if (patience > 0 && rounds - best >= patience) {
          break;
        }
      }
    }
    BoostedTrees trees =
        grower.forest().build(settings.objective(), matrix.features(), grower.start(), rounds);
    return new Fit(trees, Arrays.copyOf(losses, losses.length == 0 ? 0 : rounds + 1));
  }

  private void startWatching(Sample watch, double[] losses, Objective objective) {
    if (losses.length > 0) {
      watched = watched.length < watch.size() ? new double[watch.size()] : watched;
      Arrays.fill(watched, 0, watch.size(), grower.start());
      losses[0] = loss(watch, objective);
    }
  }

  /** Adds the last tree to the watched scores. */
  private double watch(Sample watch, Objective objective) {
    grower.addLast(matrix, watch, watched);
    return loss(watch, objective);
  }

  private double loss(Sample watch, Objective objective) {
    double loss = 0;
    for (int i = 0; i < watch.size(); i++) {
      loss += objective.loss(watched[i], watch.targets()[i]);
    }
    return loss / watch.size();
  }
}
