package dev.likeness.synthesis.auto;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.Progress;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.auto.Attempt.Outcome;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Learns a table with the models of a {@link Recommendation}, one after another until one does
 * well, and keeps the story.
 *
 * <ol>
 *   <li>Where the recommendation wants a {@link Trial}, its first two choices meet in one, and the
 *       better one goes first.
 *   <li>A model that throws, runs out of memory, or that the {@link Guard} finds worse than columns
 *       on their own makes place for the next. {@code independent} is judged by nobody.
 *   <li>The model that comes out is, byte for byte, what it would have been by its own name.
 *   <li>A cancelled run is nobody's failure: it ends at once.
 * </ol>
 *
 * <p><b>Randomness:</b> that of the models, of the trial and the guard: the same seed tells the
 * same story, but for the seconds in it. <b>Thread-safe:</b> no.
 */
public final class Ladder {

  /** The model that all others are measured by. */
  static final String FLOOR = "independent";

  private static final String CHOSEN = "learnt the table; the rows are made with it.";

  private final Function<String, Synthesizer<?>> models;
  private final Recommendation advice;
  private final Table training;
  private final FitContext context;
  private final Consumer<List<Attempt>> told;
  private final List<Attempt> story = new ArrayList<>();
  private final Climb climb;
  private Optional<Guard> guard = Optional.empty();

  private Ladder(
      Function<String, Synthesizer<?>> models,
      Recommendation advice,
      Table training,
      FitContext context,
      Consumer<List<Attempt>> told) {
    this.models = models;
    this.advice = advice;
    this.training = training;
    this.climb = new Climb(context.run().progress());
    this.context = context.with(context.run().withProgress(climb));
    this.told = told;
  }

  /**
   * Learns a table.
   *
   * @param models by name
   * @param advice which of them, in which order
   * @param training rows to learn
   * @param told hears the story so far after every attempt
   * @throws NoModelException when none of them could
   * @throws CancelledException when the context asked to stop
   */
  public static FittedSynthesizer fit(
      Function<String, Synthesizer<?>> models,
      Recommendation advice,
      Table training,
      FitContext context,
      Consumer<List<Attempt>> told) {
    return new Ladder(models, advice, training, context, told).down();
  }

  private FittedSynthesizer down() {
    List<Candidate> rungs = new ArrayList<>();
    for (Recommendation.Choice choice : advice.ladder()) {
      rungs.add(Candidate.of(models.apply(choice.model()), choice.options()));
    }
    for (Candidate candidate : advice.tried() ? tried(rungs) : rungs) {
      Optional<FittedSynthesizer> model = attempt(candidate);
      if (model.isPresent()) {
        return model.get();
      }
    }
    throw new NoModelException(story);
  }

  /**
   * What learning ended with: a model, or why there is none.
   *
   * @param model that was learnt, if it is any good
   * @param outcome what became of it
   * @param sentence end of a sentence that begins with the model's name
   */
  private record End(Optional<FittedSynthesizer> model, Outcome outcome, String sentence) {}

  private Optional<FittedSynthesizer> attempt(Candidate candidate) {
    long begin = System.nanoTime();
    End end = end(candidate);
    climb.step(end.model().isPresent());
    tell(candidate, end.outcome(), end.sentence(), begin);
    return end.model();
  }

  private End end(Candidate candidate) {
    try {
      FittedSynthesizer model = candidate.learner().fit(training, context);
      Optional<Guard.Fault> fault =
          candidate.name().equals(FLOOR) ? Optional.empty() : guard().fault(model);
      return fault
          .map(f -> new End(Optional.empty(), f.outcome(), f.sentence()))
          .orElseGet(() -> new End(Optional.of(model), Outcome.CHOSEN, CHOSEN));
    } catch (CancelledException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      context.run().cancellation().check();
      return new End(Optional.empty(), Outcome.FAILED, failure(e));
    }
  }

  private Guard guard() {
    if (guard.isEmpty()) {
      guard = Optional.of(new Guard(training, context, floor()));
    }
    return guard.get();
  }

  private Candidate floor() {
    return Candidate.of(models.apply(FLOOR), JsonNodeFactory.instance.objectNode());
  }

  /** The kind of a failure, not its message: that may hold a value. */
  private static String failure(Throwable cause) {
    return cause instanceof OutOfMemoryError
        ? "ran out of memory."
        : "failed (" + cause.getClass().getSimpleName() + ").";
  }

  private void tell(Candidate candidate, Outcome outcome, String what, long begin) {
    double seconds = Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
    story.add(new Attempt(candidate.name(), outcome, candidate.name() + " " + what, seconds));
    told.accept(List.copyOf(story));
  }

  /** The rungs in the order that a trial of the first ones gives them. */
  private List<Candidate> tried(List<Candidate> rungs) {
    Trial trial = new Trial(training, context);
    List<Candidate> rivals = rungs.stream().filter(c -> !c.name().equals(FLOOR)).limit(2).toList();
    List<Standing> standings = new ArrayList<>();
    Optional<double[]> floor = logs(floor(), trial, System.nanoTime());
    for (Candidate rival : rivals) {
      long begin = System.nanoTime();
      Optional<double[]> logs = logs(rival, trial, begin);
      if (logs.isPresent() && isAbove(rival, logs.get(), floor, begin)) {
        standings.add(new Standing(rival, logs.get(), begin));
      }
    }
    List<Candidate> order = new ArrayList<>(ranked(standings));
    rungs.stream().filter(c -> !rivals.contains(c)).forEach(order::add);
    return order;
  }

  /**
   * A model that did better than columns on their own.
   *
   * @param candidate the model
   * @param logs log likelihood of each held-out row; none where it does not tell
   * @param begin when it was tried
   */
  private record Standing(Candidate candidate, double[] logs, long begin) {}

  private boolean isAbove(Candidate rival, double[] logs, Optional<double[]> floor, long begin) {
    boolean judged = floor.isPresent() && floor.get().length == logs.length;
    if (judged
        && Likelihoods.comparable(training.schema())
        && Likelihoods.gain(logs, floor.get()).nats() < 0) {
      tell(rival, Outcome.WORSE, "told held-out rows worse than columns on their own do.", begin);
      return false;
    }
    return true;
  }

  /** The log likelihoods of a model, empty ones where it does not tell them; none if it failed. */
  private Optional<double[]> logs(Candidate candidate, Trial trial, long begin) {
    return switch (trial.of(candidate)) {
      case Trial.Result.Told t when Likelihoods.broken(t.logs()) -> {
        tell(
            candidate,
            Outcome.NOT_A_NUMBER,
            "gave held-out rows a likelihood that is not a number.",
            begin);
        yield Optional.empty();
      }
      case Trial.Result.Told t -> Optional.of(t.logs());
      case Trial.Result.Silent ignored -> Optional.of(new double[0]);
      case Trial.Result.Failed f -> {
        tell(candidate, Outcome.FAILED, failure(f.cause()), begin);
        yield Optional.empty();
      }
    };
  }

  private List<Candidate> ranked(List<Standing> standings) {
    List<Candidate> order = new ArrayList<>(standings.stream().map(Standing::candidate).toList());
    if (standings.size() < 2 || !Likelihoods.comparable(training.schema())) {
      return order;
    }
    Standing first = standings.get(0);
    Standing second = standings.get(1);
    if (first.logs().length != second.logs().length) {
      return order;
    }
    double nats = Likelihoods.gain(first.logs(), second.logs()).nats();
    Standing loser = nats > 0 ? second : first;
    Standing winner = nats > 0 ? first : second;
    String by = String.format(Locale.ROOT, "%.2f", Math.abs(nats));
    tell(
        loser.candidate(),
        Outcome.BEATEN,
        "told held-out rows less well than "
            + winner.candidate().name()
            + ", by "
            + by
            + " nats a row.",
        loser.begin());
    return List.of(winner.candidate(), loser.candidate());
  }

  /** Progress that never falls although several models begin from nothing. */
  private static final class Climb implements Progress {

    private static final double FITTING = 0.9;

    private final Progress heard;
    private double from;
    private double highest;

    Climb(Progress heard) {
      this.heard = heard;
    }

    @Override
    public synchronized void at(String stage, double done) {
      highest = Math.max(highest, from + (1 - from) * FITTING * done);
      heard.at("fit", highest);
    }

    /** A model has ended: all is done, or the next one has what is left. */
    synchronized void step(boolean last) {
      highest = last ? 1 : highest;
      from = highest;
      heard.at("fit", highest);
    }
  }
}
