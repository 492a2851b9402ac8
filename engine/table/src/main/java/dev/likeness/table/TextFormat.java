package dev.likeness.table;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Text and categories stand as they are.
 *
 * @param missingToken what stands in the place of a missing value
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TextFormat(String missingToken) implements ValueFormat {

  /** Missing values are empty cells. */
  public static final TextFormat PLAIN = new TextFormat("");
}
