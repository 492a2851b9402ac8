package dev.likeness.table.io;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;

/**
 * What kind of file a table came from, and from where in it.
 *
 * @param format {@code "csv"} for every text with rows and fields, {@code "xlsx"}, {@code
 *     "parquet"} or {@code "jsonl"}
 * @param container {@code "none"}, {@code "gzip"} or {@code "zip"}
 * @param entry the archive's entry that was read
 * @param sheet the workbook's sheet that was read
 * @param sheets visible sheets of the workbook, in its order
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Origin(
    String format,
    String container,
    Optional<String> entry,
    Optional<String> sheet,
    List<String> sheets) {

  /** Copies the list. */
  public Origin {
    sheets = List.copyOf(sheets);
  }

  /** A file of a format that holds one table and nothing else. */
  public static Origin of(String format) {
    return new Origin(format, "none", Optional.empty(), Optional.empty(), List.of());
  }

  /** The same, out of a container. */
  Origin within(String container, Optional<String> entry) {
    return new Origin(format, container, entry, sheet, sheets);
  }
}
