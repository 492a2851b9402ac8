package dev.likeness.table;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How dates and times stood in the file.
 *
 * @param pattern letters as in {@link java.time.format.DateTimeFormatter}, year written {@code u},
 *     {@code uu} stands for 1930 to 2029. Without a date the value counts from midnight; with an
 *     offset from UTC ({@code X}) it is the moment in UTC
 * @param unit the coarsest unit in which every value is whole: {@link ChronoUnit#DAYS} down to
 *     {@link ChronoUnit#NANOS}
 * @param missingToken what stands in the place of a missing value
 * @param missingTokens cells that are missing although they might be read, as {@code "9999-12-31"};
 *     as they stand
 * @param names of months, days of the week and halves of the day
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TemporalFormat(
    String pattern,
    ChronoUnit unit,
    String missingToken,
    List<String> missingTokens,
    TemporalNames names)
    implements ValueFormat {

  /** Copies the list. */
  public TemporalFormat {
    missingTokens = ValueFormat.copy(missingTokens);
    names = TemporalNames.orEnglish(names);
  }

  /** A format with English names in which nothing is missing that can be read. */
  public TemporalFormat(String pattern, ChronoUnit unit, String missingToken) {
    this(pattern, unit, missingToken, List.of(), TemporalNames.ENGLISH);
  }

  /** The same with other names. */
  public TemporalFormat named(TemporalNames names) {
    return new TemporalFormat(pattern, unit, missingToken, missingTokens, names);
  }

  /** The same with cells that are missing although they might be read. */
  public TemporalFormat withMissing(List<String> tokens) {
    return new TemporalFormat(pattern, unit, missingToken, tokens, names);
  }
}
