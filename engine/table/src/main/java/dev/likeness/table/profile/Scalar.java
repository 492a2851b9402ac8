package dev.likeness.table.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A number, or a moment in the column's own text; in JSON a number or a string.
 *
 * @param value a {@link Double} or a {@link String}
 */
public record Scalar(@JsonValue Object value) {

  /** Validates the type. */
  public Scalar {
    if (!(value instanceof Double || value instanceof String)) {
      throw new IllegalArgumentException(
          "value is " + value.getClass().getSimpleName() + ", expected a number or a text");
    }
  }

  /** From JSON. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Scalar of(Object value) {
    return new Scalar(value instanceof Number number ? number.doubleValue() : value);
  }
}
