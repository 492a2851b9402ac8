package dev.likeness.synthesis.model;

import com.google.auto.service.AutoService;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.auto.Guidance;
import dev.likeness.synthesis.auto.Ladder;
import dev.likeness.synthesis.auto.Recommendation;
import dev.likeness.synthesis.auto.Recommender;
import dev.likeness.synthesis.auto.TableFacts;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.options.Option;
import java.time.Duration;
import java.util.Optional;

/**
 * Picks a model for the table, and the next one where that fails: {@link Recommender} says which,
 * {@link Ladder} learns.
 *
 * <p>The model that comes out is that of the picked synthesizer, and says so in its provenance and
 * its file; nothing is ever loaded as {@code auto}.
 */
@AutoService(Synthesizer.class)
@SuppressWarnings("rawtypes")
public final class AutoSynthesizer implements Synthesizer<AutoSynthesizer.Options> {

  /** The name of the choice among all models. */
  public static final String NAME = "auto";

  /**
   * Options.
   *
   * @param timeBudgetSeconds that learning and making rows may take; 0 for any time
   */
  public record Options(
      @Option(
              value =
                  "Seconds that learning and making rows may take, by estimate for two cores; 0:"
                      + " any time.",
              defaultsTo = "0",
              min = 0,
              max = 1_000_000)
          int timeBudgetSeconds) {

    /** The budget, if there is one. */
    public Optional<Duration> budget() {
      return timeBudgetSeconds == 0
          ? Optional.empty()
          : Optional.of(Duration.ofSeconds(timeBudgetSeconds));
    }
  }

  /** Found by {@link java.util.ServiceLoader}. */
  public AutoSynthesizer() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Picks the model that suits the table, and the next one where that fails.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public FittedSynthesizer fit(TableSource source, Options options, FitContext context) {
    return fit(source, source.rowCount(), options, context, Guidance.none());
  }

  /**
   * Learns a table as somebody was advised to.
   *
   * @param source the training rows
   * @param rows of the table that they are part of
   */
  public FittedSynthesizer fit(
      TableSource source, long rows, Options options, FitContext context, Guidance guidance) {
    Table training = source.toTable();
    context.run().progress().at("fit", 0);
    Recommendation advice =
        guidance
            .advice()
            .orElseGet(
                () ->
                    Recommender.recommend(
                        TableFacts.of(rows, training, context.conditioned().size()),
                        options.budget()));
    return Ladder.fit(Synthesizers::named, advice, training, context, guidance.told());
  }

  /** Not called: a fitted model has the name of the one that was picked. */
  @Override
  public FittedSynthesizer load(ModelFile file) {
    return Synthesizers.load(file);
  }
}
