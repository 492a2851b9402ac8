package dev.likeness.table.io;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How a file was read into its canonical copy.
 *
 * @param dialect how rows and fields stood in it
 * @param columns names in file order, unique; column {@code i} is {@code c<i>} in the canonical
 *     copy
 * @param rows data rows
 * @param warnings what was odd
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Reading(
    Dialect dialect, List<String> columns, long rows, List<ReadWarning> warnings) {

  /** Copies the lists. */
  public Reading {
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }
}
