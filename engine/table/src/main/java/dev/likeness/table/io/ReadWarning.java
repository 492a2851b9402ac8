package dev.likeness.table.io;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Something odd about a file that did not keep it from being read.
 *
 * @param code stable, kebab-case
 * @param message one sentence for people; never holds a value of the data
 * @param column position from 1, where one column is concerned
 * @param row data row from 1 where it happened first
 * @param count how often it happened
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReadWarning(
    String code, String message, OptionalInt column, OptionalLong row, long count) {}
