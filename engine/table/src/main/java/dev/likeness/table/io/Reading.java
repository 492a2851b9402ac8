package dev.likeness.table.io;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read into its canonical copy.
 *
 * @param dialect how rows and fields stood in it; of a file that is no text, how they are written
 * @param columns names in file order, unique; column {@code i} is {@code c<i>} in the canonical
 *     copy
 * @param rows data rows
 * @param warnings what was odd
 * @param origin what kind of file it was
 * @param options what people said about it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Reading(
    Dialect dialect,
    List<String> columns,
    long rows,
    List<ReadWarning> warnings,
    Origin origin,
    ReadOptions options) {

  /** Copies the lists. */
  public Reading {
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }

  /** Readings of the first version know neither origin nor options. */
  @JsonCreator
  static Reading read(
      @JsonProperty("dialect") Dialect dialect,
      @JsonProperty("columns") List<String> columns,
      @JsonProperty("rows") long rows,
      @JsonProperty("warnings") List<ReadWarning> warnings,
      @JsonProperty("origin") @Nullable Origin origin,
      @JsonProperty("options") @Nullable ReadOptions options) {
    return new Reading(
        dialect,
        columns,
        rows,
        warnings,
        origin == null ? Origin.of("csv") : origin,
        options == null ? ReadOptions.none() : options);
  }

  /** The decimal mark that people named for the whole table; absent: judged column by column. */
  @JsonIgnore
  public Optional<Character> decimal() {
    return options.decimal();
  }

  /**
   * Texts that people said to stand for "no value"; empty: judged column by column. The canonical
   * copy has them as they stood.
   */
  @JsonIgnore
  public List<String> missingTokens() {
    return options.missingTokens().orElse(List.of());
  }

  /** Names of what people said instead of having it detected, as in JSON. */
  @JsonIgnore
  public List<String> overridden() {
    return options.given();
  }

  /** The same, of another origin. */
  Reading from(Origin origin) {
    return new Reading(dialect, columns, rows, warnings, origin, options);
  }

  /** The same copy, read with another understanding of its cells. */
  public Reading with(ReadOptions options) {
    return new Reading(dialect, columns, rows, warnings, origin, options);
  }
}
