package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a column means for the privacy of the people in the table. */
public enum Role {
  /** Names a person or a record by itself; never modelled. */
  @JsonProperty("direct")
  DIRECT_IDENTIFIER,
  /** Singles people out together with others. */
  @JsonProperty("quasi")
  QUASI_IDENTIFIER,
  /** What people would not want known. */
  @JsonProperty("sensitive")
  SENSITIVE,
  /** None of these. */
  @JsonProperty("none")
  HARMLESS
}
