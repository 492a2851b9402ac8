package dev.likeness.contracts;

import java.util.List;

/**
 * A table that a job made.
 *
 * @param index position in the dataset, from 0
 * @param rows number of rows
 * @param columns positions, from 0, of the source's columns that it has, in its order
 * @param csv the rows as CSV in the dialect of the source
 * @param model the fitted model
 */
public record GeneratedTable(
    int index, long rows, List<Integer> columns, ObjectRef csv, ObjectRef model) {

  /** Checks what must be there and copies the list. */
  public GeneratedTable {
    Require.atLeast(index, 0, "index");
    Require.atLeast(rows, 0, "rows");
    columns = List.copyOf(Require.present(columns, "columns"));
    Require.present(csv, "csv");
    Require.present(model, "model");
  }
}
