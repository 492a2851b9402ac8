package dev.likeness.table.profile;

import dev.likeness.table.Schema;
import java.util.List;

/**
 * What a table is: its typed reading and the facts it rests on.
 *
 * @param rows of the table
 * @param schema complete typed reading, field by field
 * @param columns one for each field
 */
public record TableProfile(long rows, Schema schema, List<ColumnProfile> columns) {

  /** Copies the list. */
  public TableProfile {
    columns = List.copyOf(columns);
  }
}
