package dev.likeness.table;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Text and categories stand as they are.
 *
 * @param missingToken what stands in the place of a missing value
 * @param missingTokens cells that stand for "no value"; as they stand
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TextFormat(String missingToken, List<String> missingTokens) implements ValueFormat {

  /** Missing values are empty cells. */
  public static final TextFormat PLAIN = new TextFormat("");

  /** Copies the list. */
  public TextFormat {
    missingTokens = ValueFormat.copy(missingTokens);
  }

  /** A format in which only empty cells are missing. */
  public TextFormat(String missingToken) {
    this(missingToken, List.of());
  }
}
