package dev.likeness.cli;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.synthesis.auto.Attempt;
import dev.likeness.synthesis.auto.Guidance;
import dev.likeness.synthesis.auto.Recommendation;
import dev.likeness.synthesis.model.AutoSynthesizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says which model was picked and why, and what became of those that were tried: the reason on a
 * terminal only, a model that broke always.
 */
final class Telling {

  private final boolean auto;
  private final Meter meter;
  private Optional<Chosen> chosen = Optional.empty();

  /**
   * Nothing is told of a model that was asked for by its name.
   *
   * @param model that was asked for
   */
  Telling(String model, Meter meter) {
    this.auto = model.equals(AutoSynthesizer.NAME);
    this.meter = meter;
  }

  /**
   * How a model came to be chosen.
   *
   * @param reason one sentence, before anything was learnt
   * @param estimatedSeconds for two cores
   * @param costliestColumn name of the column that costs most
   * @param story what became of each model
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Chosen(
      String reason,
      double estimatedSeconds,
      Optional<String> costliestColumn,
      List<Attempt> story) {}

  /** What to say to {@code auto}; others are not advised. */
  Guidance of(Supplier<Recommendation> advisor) {
    if (!auto) {
      return Guidance.none();
    }
    Recommendation advice = advisor.get();
    meter.say(
        "Model " + advice.reason() + advice.costliest().map(c -> costly(advice, c)).orElse(""));
    return new Guidance(Optional.of(advice), story -> hear(advice, story));
  }

  private static String costly(Recommendation advice, Recommendation.Costliest column) {
    return " About " + advice.time() + "; " + column.name() + " costs most.";
  }

  private void hear(Recommendation advice, List<Attempt> story) {
    chosen =
        Optional.of(
            new Chosen(
                advice.reason(),
                Math.round(advice.seconds() * 10) / 10.0,
                advice.costliest().map(Recommendation.Costliest::name),
                story));
    Attempt last = story.getLast();
    switch (last.outcome()) {
      case CHOSEN, BEATEN, WORSE -> meter.say(last.sentence());
      case FAILED, NOT_A_NUMBER, COLLAPSED -> meter.warn(last.sentence());
    }
  }

  /** How the model came to be chosen; empty where it was named. */
  Optional<Chosen> chosen() {
    return chosen;
  }
}
