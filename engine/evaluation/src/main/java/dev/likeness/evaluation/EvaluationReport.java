package dev.likeness.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an evaluation found. As JSON its names are in snake case and absent numbers are null; an
 * object mapper needs Jackson's module for optional values to write or read it.
 *
 * <p>Scores lie in [0, 1], 1 being best. <em>Expected</em> is the score of a perfect generator:
 * real rows that the model never saw in the place of the synthetic ones, corrected for their
 * number; absent where no rows were held out.
 *
 * @param rows how many rows were compared
 * @param quality mean of shape and trend
 * @param shape mean over the columns
 * @param trend mean over all pairs of columns; hardly sees dependence, never lead with it
 * @param trendThresholded mean over the pairs that are strongly related in the training rows
 * @param sdmetrics what SDMetrics' quality report says
 * @param verdict the figures in words
 * @param identicalRows how many synthetic rows repeat a real one
 * @param columns every column, worst first, those without a score last
 * @param pairs the pairs of columns that came out worst, worst first, at most 200
 * @param pairsTotal number of pairs of modelled columns
 * @param seconds that the evaluation took
 * @param notes what a reader of the figures should know
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EvaluationReport(
    Rows rows,
    Score quality,
    Score shape,
    Score trend,
    ThresholdedScore trendThresholded,
    SdMetrics sdmetrics,
    Verdict verdict,
    IdenticalRows identicalRows,
    List<ColumnScore> columns,
    List<PairScore> pairs,
    long pairsTotal,
    double seconds,
    List<String> notes) {

  /** Copies the lists. */
  public EvaluationReport {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /** Number of rows of each table. */
  public record Rows(long train, long control, long synthetic) {}

  /**
   * A score.
   *
   * @param value of the synthetic table
   * @param expected of a perfect generator
   * @param definition one sentence
   */
  public record Score(OptionalDouble value, OptionalDouble expected, String definition) {}

  /**
   * A mean over strongly related pairs.
   *
   * @param value of the synthetic table
   * @param expected of a perfect generator
   * @param pairs that the mean is over
   * @param definition one sentence
   */
  public record ThresholdedScore(
      OptionalDouble value, OptionalDouble expected, long pairs, String definition) {}

  /**
   * The figures of SDMetrics' {@code QualityReport} with its default thresholds, computed on all
   * rows.
   *
   * @param quality its overall score
   * @param columnShapes its first property
   * @param columnPairTrends its second property
   * @param version of SDMetrics whose figures these equal
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record SdMetrics(
      OptionalDouble quality,
      OptionalDouble columnShapes,
      OptionalDouble columnPairTrends,
      String version) {}

  /** The figures in words, each one or two sentences. */
  public record Verdict(String utility, String privacy) {}

  /**
   * Synthetic rows that equal a real row in every modelled column.
   *
   * @param training against the training rows
   * @param control against the control rows
   */
  public record IdenticalRows(TrainingMatch training, ControlMatch control) {}

  /**
   * Synthetic rows that equal a training row.
   *
   * @param value their share; absent where no column is modelled
   * @param expected share of the control rows that do
   * @param count their number
   */
  public record TrainingMatch(OptionalDouble value, OptionalDouble expected, long count) {}

  /**
   * Synthetic rows that equal a control row.
   *
   * @param value their share; absent without control rows
   * @param count their number
   */
  public record ControlMatch(OptionalDouble value, long count) {}

  /**
   * One column.
   *
   * @param position from 1
   * @param name from the header
   * @param metric that scored it
   * @param value of the synthetic column
   * @param expected of a perfect generator
   * @param real of the training rows
   * @param synthetic of the synthetic rows
   * @param chart both distributions
   * @param note why it has no score or no chart
   */
  public record ColumnScore(
      int position,
      String name,
      Optional<String> metric,
      OptionalDouble value,
      OptionalDouble expected,
      Missing real,
      Missing synthetic,
      Optional<Chart> chart,
      Optional<String> note) {}

  /** The share of missing values in a column. */
  public record Missing(double missing) {}

  /**
   * One pair of columns.
   *
   * @param columns both names
   * @param positions both positions, from 1
   * @param metric that scored it
   * @param value of the synthetic pair
   * @param expected of a perfect generator
   * @param real correlation, or Cramér's V, in the training rows
   * @param synthetic the same in the synthetic rows
   */
  public record PairScore(
      List<String> columns,
      List<Integer> positions,
      String metric,
      OptionalDouble value,
      OptionalDouble expected,
      OptionalDouble real,
      OptionalDouble synthetic) {}
}
