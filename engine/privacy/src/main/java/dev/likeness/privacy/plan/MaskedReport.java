package dev.likeness.privacy.plan;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.privacy.treatment.Protection;
import java.util.List;

/**
 * What was done to a table; holds no value of it.
 *
 * @param rows of the copy
 * @param columns that were treated or stayed, in file order
 */
public record MaskedReport(long rows, List<Column> columns) {

  /** Copies the list. */
  public MaskedReport {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param name of the column
   * @param treatment that it got; {@code "keep"} where it stayed
   * @param protection that this gives
   * @param treated cells that were treated
   * @param missing cells that were missing and stay so
   * @param tokens treated cells that became tokens because the treatment could not hold or read
   *     them
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Column(
      String name,
      String treatment,
      Protection protection,
      long treated,
      long missing,
      long tokens) {}
}
