package dev.likeness.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A column's distribution in the real and in the synthetic table, as shares of present values. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Chart.Histogram.class, name = "histogram"),
  @JsonSubTypes.Type(value = Chart.Categories.class, name = "categories")
})
public sealed interface Chart {

  /**
   * Numbers or moments in bins.
   *
   * @param unit {@code "number"}, or {@code "epoch_millis"} for moments in time
   * @param edges at most 51, ascending; what lies outside is counted in the first or the last bin
   * @param real shares of the training rows
   * @param synthetic shares of the synthetic rows
   */
  record Histogram(String unit, List<Double> edges, List<Double> real, List<Double> synthetic)
      implements Chart {}

  /**
   * Categories.
   *
   * @param labels at most 20 frequent ones, most frequent first, and one for all others
   * @param real shares of the training rows
   * @param synthetic shares of the synthetic rows
   */
  record Categories(List<String> labels, List<Double> real, List<Double> synthetic)
      implements Chart {}
}
