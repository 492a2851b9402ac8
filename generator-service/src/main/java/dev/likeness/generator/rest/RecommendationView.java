package dev.likeness.generator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.generator.service.Recommendations.Advised;
import dev.likeness.synthesis.auto.Recommendation;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The model that suits a dataset, and why.
 *
 * @param datasetId the dataset
 * @param profileVersion that the recommendation rests on
 * @param rows that would be made
 * @param model that is recommended
 * @param options of it that are not the usual ones
 * @param reason one sentence
 * @param tried whether it is tried against the first alternative before one of them learns the
 *     table
 * @param estimatedSeconds of the whole job on two cores
 * @param timeBudgetSeconds that were allowed, or null for any
 * @param costliestColumn what costs most, or null where nothing is learnt
 * @param alternatives what comes next, best first
 * @param passedOver what would take longer than allowed
 */
@Schema(name = "Recommendation", description = "The model that suits a dataset, and why.")
public record RecommendationView(
    UUID datasetId,
    int profileVersion,
    @Schema(examples = "32561") long rows,
    @Schema(examples = "boost") String model,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode options,
    boolean tried,
    String reason,
    @Schema(examples = "2.1") double estimatedSeconds,
    @Nullable Integer timeBudgetSeconds,
    @Nullable CostliestView costliestColumn,
    List<ChoiceView> alternatives,
    List<ChoiceView> passedOver) {

  /**
   * A column and what it costs.
   *
   * @param name of the column
   * @param share of the work of all columns
   */
  @Schema(name = "CostliestColumn")
  public record CostliestView(
      String name, @Schema(minimum = "0", maximum = "1", examples = "0.14") double share) {}

  /**
   * Another model.
   *
   * @param model its name
   * @param options of it that are not the usual ones
   * @param reason one sentence
   * @param estimatedSeconds of the whole job on two cores
   */
  @Schema(name = "RecommendedModel")
  public record ChoiceView(
      @Schema(examples = "gaussian-copula") String model,
      @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode options,
      String reason,
      double estimatedSeconds) {

    private static ChoiceView of(Recommendation.Choice choice) {
      return new ChoiceView(
          choice.model(), choice.options(), choice.reason(), tenths(choice.seconds()));
    }
  }

  /** A recommendation on the wire. */
  static RecommendationView of(UUID dataset, Advised advised) {
    Recommendation advice = advised.advice();
    return new RecommendationView(
        dataset,
        advised.profileVersion(),
        advised.rows(),
        advice.first().model(),
        advice.first().options(),
        advice.tried(),
        advice.reason(),
        tenths(advice.seconds()),
        advised.budget().isPresent() ? advised.budget().getAsInt() : null,
        advice
            .costliest()
            .map(c -> new CostliestView(c.name(), Math.round(c.share() * 100) / 100.0))
            .orElse(null),
        advice.ladder().stream().skip(1).map(ChoiceView::of).toList(),
        advice.passedOver().stream().map(ChoiceView::of).toList());
  }

  private static double tenths(double seconds) {
    return Math.round(seconds * 10) / 10.0;
  }
}
