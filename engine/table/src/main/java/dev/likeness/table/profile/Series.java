package dev.likeness.table.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the order of the rows has to do with the values of a column.
 *
 * @param pattern what it is
 * @param step from row to row, of an autoincrement and of a sequence that has one; of moments in
 *     seconds
 * @param period in rows, where it comes back
 * @param strength 1 for what holds in every row; of seasons the share of the variance they explain
 * @param rows that were looked at, from the beginning, the middle and the end of the table
 * @param exceptions among them; 0 of seasons
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Series(
    Pattern pattern,
    OptionalDouble step,
    OptionalInt period,
    double strength,
    int rows,
    int exceptions) {

  /** Validates the figures. */
  public Series {
    if (exceptions < 0 || exceptions > rows) {
      throw new IllegalArgumentException(
          "exceptions = " + exceptions + " of " + rows + ", expected 0 to all");
    }
  }

  /** What order does. */
  public enum Pattern {
    /** Whole numbers, bare or behind the same text, that rise mostly by the same step. */
    @JsonProperty("autoincrement")
    AUTOINCREMENT,
    /** Numbers or moments that rise, or fall, from each row to the next. */
    @JsonProperty("sequence")
    SEQUENCE,
    /** Values that come back after as many rows, again and again. */
    @JsonProperty("cyclic")
    CYCLIC,
    /** Numbers with a part that comes back after as many rows, beside a trend and noise. */
    @JsonProperty("seasonal")
    SEASONAL
  }
}
