package dev.likeness.table.stats;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How strongly the columns of a table hang together, pair by pair. Holds no value of the data.
 *
 * <p><b>Shapes:</b> each matrix has as many rows and columns as there are names, is symmetric, and
 * is empty where a measure does not apply or nothing can be said.
 *
 * @param columns names of the columns that take part, in the order of the table
 * @param rows of the table
 * @param sampledRows how many of them were looked at; empty for all
 * @param measures one matrix each
 * @param strength one figure for each pair, in [0, 1]; see {@link Associations}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AssociationMatrix(
    List<String> columns,
    long rows,
    OptionalLong sampledRows,
    Measures measures,
    List<List<OptionalDouble>> strength) {

  /** Copies the lists. */
  public AssociationMatrix {
    columns = List.copyOf(columns);
    strength = copy(strength);
  }

  /**
   * The measures.
   *
   * @param pearson of two numbers or moments, −1 to 1
   * @param spearman of two columns with an order, −1 to 1
   * @param cramersV of two columns of categories, bias-corrected, 0 to 1
   * @param correlationRatio of categories and a number, η, 0 to 1
   * @param mutualInformation of any two columns, in nats; numbers in bins; of a column with itself
   *     its entropy
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Measures(
      List<List<OptionalDouble>> pearson,
      List<List<OptionalDouble>> spearman,
      List<List<OptionalDouble>> cramersV,
      List<List<OptionalDouble>> correlationRatio,
      List<List<OptionalDouble>> mutualInformation) {

    /** Copies the lists. */
    public Measures {
      pearson = copy(pearson);
      spearman = copy(spearman);
      cramersV = copy(cramersV);
      correlationRatio = copy(correlationRatio);
      mutualInformation = copy(mutualInformation);
    }
  }

  private static List<List<OptionalDouble>> copy(List<List<OptionalDouble>> matrix) {
    return matrix.stream().map(List::copyOf).toList();
  }
}
