package dev.likeness.table;

/**
 * Text and categories stand as they are.
 *
 * @param missingToken what stands in the place of a missing value
 */
public record TextFormat(String missingToken) implements ValueFormat {

  /** Missing values are empty cells. */
  public static final TextFormat PLAIN = new TextFormat("");
}
