package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the values of a column stood in the file, so that new values can be written the same way. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumberFormat.class, name = "number"),
  @JsonSubTypes.Type(value = TemporalFormat.class, name = "temporal"),
  @JsonSubTypes.Type(value = TextFormat.class, name = "text")
})
public sealed interface ValueFormat permits NumberFormat, TemporalFormat, TextFormat {

  /** What stands in the place of a missing value; often empty. */
  String missingToken();
}
