package dev.likeness.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that a job made.
 *
 * @param index position in the dataset, from 0
 * @param rows number of rows
 * @param columns positions, from 0, of the source's columns that it has, in its order
 * @param csv the rows as CSV in the dialect of the source
 * @param model the fitted model
 * @param treated positions of those columns that a model could have learnt, but that were treated
 *     instead, so that nobody compares them with the source
 * @param conditions what the rows were to be like, where anybody said so
 */
public record GeneratedTable(
    int index,
    long rows,
    List<Integer> columns,
    ObjectRef csv,
    ObjectRef model,
    List<Integer> treated,
    @Nullable ObjectRef conditions) {

  /** Checks what must be there and copies the list. */
  public GeneratedTable {
    Require.atLeast(index, 0, "index");
    Require.atLeast(rows, 0, "rows");
    columns = List.copyOf(Require.present(columns, "columns"));
    Require.present(csv, "csv");
    Require.present(model, "model");
    treated = List.copyOf(Require.orElse(treated, List.of()));
  }

  /** A table without treated columns and conditions. */
  public GeneratedTable(
      int index, long rows, List<Integer> columns, ObjectRef csv, ObjectRef model) {
    this(index, rows, columns, csv, model, List.of(), null);
  }
}
