package dev.likeness.synthesis.auto;

import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Progress;
import dev.likeness.synthesis.FitContext;
import dev.likeness.table.Table;
import java.util.stream.IntStream;

/**
 * Small tables decide by experiment: every training row is held out once, by one of {@value #FOLDS}
 * models that learn the others, and told by it.
 *
 * <p><b>Cost:</b> {@value #FOLDS} small fits of each model. <b>Randomness:</b> which fold a row is
 * in, by the stream {@code trial} of the fit's seed; every model has the same folds.
 */
final class Trial {

  private static final int FOLDS = 5;

  private final Table training;
  private final FitContext context;
  private final int[] folds;

  Trial(Table training, FitContext context) {
    this.training = training;
    CounterRandom random = CounterRandom.of(context.seed()).derive("trial");
    this.folds =
        IntStream.range(0, training.rows()).map(row -> (int) random.below(FOLDS, row, 0)).toArray();
    this.context = context.with(context.run().withProgress(Progress.NONE));
  }

  /** What a model made of the held-out rows. */
  sealed interface Result {

    /**
     * It told them.
     *
     * @param logs log likelihood of each training row, by the model that did not learn it
     */
    record Told(double[] logs) implements Result {}

    /** It cannot tell how likely rows are. */
    record Silent() implements Result {}

    /**
     * It failed.
     *
     * @param cause with which
     */
    record Failed(Throwable cause) implements Result {}
  }

  /** Tries a model. */
  Result of(Candidate candidate) {
    try {
      return told(candidate);
    } catch (CancelledException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return new Result.Failed(e);
    }
  }

  private Result told(Candidate candidate) {
    double[] logs = new double[training.rows()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int number = fold;
      int[] out = IntStream.range(0, logs.length).filter(r -> folds[r] == number).toArray();
      int[] in = IntStream.range(0, logs.length).filter(r -> folds[r] != number).toArray();
      var model = candidate.learner().fit(training.select(in), context);
      var told = Likelihoods.of(model, training.select(out), context.run());
      if (told.isEmpty()) {
        return new Result.Silent();
      }
      for (int i = 0; i < out.length; i++) {
        logs[out[i]] = told.get()[i];
      }
    }
    return new Result.Told(logs);
  }
}
