package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Cells that are missing although they might be read; exactly as they stand in the file. */
  List<String> missingTokens();

  /** A copy of a list that older files do not have. */
  static List<String> copy(@Nullable List<String> tokens) {
    return tokens == null ? List.of() : List.copyOf(tokens);
  }
}
