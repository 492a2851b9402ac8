package dev.likeness.privacy.treatment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a treated value is from the original. */
public enum Protection {
  /** Nobody can undo it. */
  @JsonProperty("irreversible")
  IRREVERSIBLE,
  /** Whoever has the key can undo it. */
  @JsonProperty("reversible")
  REVERSIBLE,
  /** Part of the value is still there. */
  @JsonProperty("partial")
  PARTIAL,
  /** Counts as clear text. */
  @JsonProperty("clear")
  CLEAR
}
