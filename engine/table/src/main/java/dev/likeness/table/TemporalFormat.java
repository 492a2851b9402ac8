package dev.likeness.table;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.temporal.ChronoUnit;

/**
 * How dates and times stood in the file.
 *
 * @param pattern letters as in {@link java.time.format.DateTimeFormatter}, year written {@code u},
 *     names of months in English; {@code uu} stands for 1930 to 2029. Without a date the value
 *     counts from midnight
 * @param unit the coarsest unit in which every value is whole: {@link ChronoUnit#DAYS} down to
 *     {@link ChronoUnit#NANOS}
 * @param missingToken what stands in the place of a missing value
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TemporalFormat(String pattern, ChronoUnit unit, String missingToken)
    implements ValueFormat {}
