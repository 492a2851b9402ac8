package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How the sign of a number is written. */
public enum NumberSign {
  /** {@code -5}. */
  @JsonProperty("minus")
  MINUS,
  /** {@code -5} and {@code +5}. */
  @JsonProperty("plus_or_minus")
  PLUS_OR_MINUS,
  /** {@code −5}, with U+2212. */
  @JsonProperty("true_minus")
  TRUE_MINUS,
  /** {@code 5-}. */
  @JsonProperty("behind")
  BEHIND,
  /** {@code (5)}. */
  @JsonProperty("parentheses")
  PARENTHESES;

  /** The sign of a format that older files do not name. */
  static NumberSign orMinus(@Nullable NumberSign sign) {
    return sign == null ? MINUS : sign;
  }
}
