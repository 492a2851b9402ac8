package dev.likeness.generator.rest;

import dev.likeness.generator.service.JobChoice;
import dev.likeness.synthesis.auto.Attempt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a model was chosen for a job.
 *
 * @param model the one whose rows come out, or null while that is not known
 * @param reason one sentence, before anything was learnt
 * @param estimatedSeconds that were expected on two cores
 * @param costliestColumn name of the column that costs most, or null where nothing is learnt
 * @param story what became of each model so far
 */
@Schema(name = "JobAuto", description = "How a model was chosen for a job that named none.")
public record AutoView(
    @Schema(examples = "boost") @Nullable String model,
    String reason,
    double estimatedSeconds,
    @Nullable String costliestColumn,
    List<AttemptView> story) {

  /**
   * What became of a model.
   *
   * @param model its name
   * @param outcome what became of it
   * @param sentence the same for people
   * @param seconds that it took
   */
  @Schema(name = "JobAttempt")
  public record AttemptView(
      @Schema(examples = "boost") String model,
      @Schema(enumeration = {"chosen", "beaten", "failed", "not_a_number", "collapsed", "worse"})
          String outcome,
      String sentence,
      double seconds) {

    private static AttemptView of(Attempt attempt) {
      return new AttemptView(
          attempt.model(),
          attempt.outcome().name().toLowerCase(Locale.ROOT),
          attempt.sentence(),
          attempt.seconds());
    }
  }

  /** A choice with the name of its costliest column. */
  static AutoView of(JobChoice choice, Optional<String> costliest) {
    return new AutoView(
        choice.model().orElse(null),
        choice.reason(),
        choice.estimatedSeconds(),
        costliest.orElse(null),
        choice.story().stream().map(AttemptView::of).toList());
  }
}
