package dev.likeness.table;

import java.time.temporal.ChronoUnit;

/**
 * How dates and times stood in the file.
 *
 * @param pattern a {@link java.time.format.DateTimeFormatter} pattern, read with {@link
 *     java.util.Locale#ROOT}, year of era written {@code u}
 * @param unit the coarsest unit in which every value is whole: {@link ChronoUnit#DAYS} down to {@link
 *     ChronoUnit#NANOS}
 * @param missingToken what stands in the place of a missing value
 */
public record TemporalFormat(String pattern, ChronoUnit unit, String missingToken)
    implements ValueFormat {}
