package dev.likeness.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The masked copy of a table.
 *
 * @param index position in the dataset, from 0
 * @param rows number of rows
 * @param columns positions, from 0, of the source's columns that it has, in its order
 * @param csv the rows as CSV in the dialect of the source
 * @param manifest how they were made, needed to undo what can be undone
 * @param vault of tokens, where there are any
 */
public record MaskedTable(
    int index,
    long rows,
    List<Integer> columns,
    ObjectRef csv,
    ObjectRef manifest,
    @Nullable ObjectRef vault) {

  /** Checks what must be there and copies the list. */
  public MaskedTable {
    Require.atLeast(index, 0, "index");
    Require.atLeast(rows, 0, "rows");
    columns = List.copyOf(Require.present(columns, "columns"));
    Require.present(csv, "csv");
    Require.present(manifest, "manifest");
  }
}
