package dev.likeness.synthesis.auto;

import dev.likeness.numerics.Progress;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.Gathered;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.WatchedRows;
import dev.likeness.table.Table;
import java.util.Optional;

/**
 * Looks at a fitted model before its rows go out: is it worse than columns on their own?
 *
 * <p>It is judged by at most {@value #MOST_ROWS} of the {@link WatchedRows}, which models that stop
 * early do not learn from; the others do, as {@code independent} does. Two figures count: the log
 * likelihood of those rows, where the model tells it, and the {@link PairTrends} of {@value
 * #MADE_ROWS} made rows. In both, what chance makes is forgiven.
 *
 * <p><b>Cost:</b> a fit of {@code independent}, and some thousand rows. <b>Randomness:</b> the
 * fit's seed.
 */
final class Guard {

  private static final int MOST_ROWS = 2000;
  private static final int FEWEST_ROWS = 10;
  private static final int MADE_ROWS = 2000;

  private final Table held;
  private final FitContext context;
  private final FittedSynthesizer floor;
  private final boolean comparable;

  /**
   * Learns the columns on their own.
   *
   * @param training rows that the model learnt
   * @param independent columns on their own
   */
  Guard(Table training, FitContext context, Candidate independent) {
    this.context = context.with(context.run().withProgress(Progress.NONE));
    this.held = held(training, context.seed());
    this.floor = independent.learner().fit(training, this.context);
    this.comparable = Likelihoods.comparable(training.schema());
  }

  private static Table held(Table training, long seed) {
    int[] watched = WatchedRows.numbers(seed, training.rows());
    int size = Math.min(MOST_ROWS, watched.length);
    int[] some = new int[size];
    for (int i = 0; i < size; i++) {
      some[i] = watched[(int) ((long) i * watched.length / size)];
    }
    return training.select(some);
  }

  /**
   * What is wrong with a model.
   *
   * @param outcome kind of it
   * @param sentence end of a sentence that begins with the model's name
   */
  record Fault(Attempt.Outcome outcome, String sentence) {}

  /** What is wrong with a model, if anything is. */
  Optional<Fault> fault(FittedSynthesizer model) {
    if (held.rows() < FEWEST_ROWS) {
      return Optional.empty();
    }
    return likelihood(model).or(() -> pairs(model));
  }

  private Optional<Fault> likelihood(FittedSynthesizer model) {
    Optional<double[]> told = Likelihoods.of(model, held, context.run());
    if (told.isEmpty()) {
      return Optional.empty();
    }
    if (Likelihoods.broken(told.get())) {
      return Optional.of(
          new Fault(
              Attempt.Outcome.NOT_A_NUMBER,
              "gave held-out rows a likelihood that is not a number."));
    }
    Optional<double[]> floored = Likelihoods.of(floor, held, context.run());
    boolean worse =
        comparable && floored.isPresent() && Likelihoods.gain(told.get(), floored.get()).isLoss();
    return worse
        ? Optional.of(
            new Fault(
                Attempt.Outcome.WORSE, "told held-out rows worse than columns on their own do."))
        : Optional.empty();
  }

  private Optional<Fault> pairs(FittedSynthesizer model) {
    PairTrends trends = PairTrends.against(held);
    Table made = made(model);
    Table other = made(floor);
    if (trends.collapsed(made, other)) {
      return Optional.of(
          new Fault(
              Attempt.Outcome.COLLAPSED, "gave every row the same value in a column that varies."));
    }
    return trends.of(made) < trends.of(other) - trends.margin()
        ? Optional.of(
            new Fault(
                Attempt.Outcome.WORSE, "kept pairs of columns worse than columns on their own do."))
        : Optional.empty();
  }

  private Table made(FittedSynthesizer model) {
    Gathered gathered = new Gathered(model.schema(), MADE_ROWS);
    model.sample(SampleRequest.rows(MADE_ROWS, context.seed()), gathered::add, context.run());
    return gathered.table();
  }
}
