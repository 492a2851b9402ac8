package dev.likeness.synthesis.auto;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TopValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recommendation rests on: sizes only, no value of the table.
 *
 * @param rows of the table as people see it
 * @param learnt how many of them a model learns from
 * @param wanted rows that are to be made
 * @param columns those that a model looks at, in order
 * @param conditioned how many of them have conditions
 */
public record TableFacts(
    long rows, long learnt, long wanted, List<ColumnFacts> columns, int conditioned) {

  /** Copies the list. */
  public TableFacts {
    columns = List.copyOf(columns);
  }

  /**
   * A column that a model looks at.
   *
   * @param position in the table, from 0
   * @param name of the column
   * @param category whether it holds categories rather than numbers or moments
   * @param distinct about how many different values it has
   * @param mode share of the most frequent value; 0 where it is not known
   */
  public record ColumnFacts(
      int position, String name, boolean category, long distinct, double mode) {}

  /**
   * The facts in a profile.
   *
   * @param schema that says which columns a model looks at
   * @param chosen positions of the wanted columns, rising
   * @param learnt rows that a model learns from
   * @param wanted rows that are to be made
   * @param conditioned columns with conditions
   */
  public static TableFacts of(
      TableProfile profile,
      Schema schema,
      List<Integer> chosen,
      long learnt,
      long wanted,
      int conditioned) {
    List<ColumnFacts> columns = new ArrayList<>();
    for (int position : chosen) {
      if (schema.field(position).isModelled()) {
        ColumnProfile column = profile.columns().get(position);
        columns.add(
            new ColumnFacts(
                position,
                column.name(),
                schema.field(position).type() == StorageType.CATEGORICAL,
                column.distinct(),
                mode(column)));
      }
    }
    return new TableFacts(profile.rows(), learnt, wanted, columns, conditioned);
  }

  private static double mode(ColumnProfile column) {
    long rows = column.count() + column.missing();
    long most = column.topValues().stream().mapToLong(TopValue::count).max().orElse(0);
    return rows == 0 ? 0 : (double) Math.max(most, column.missing()) / rows;
  }

  /**
   * The facts of rows in memory, for whoever has no profile. Numbers count as all different.
   *
   * @param rows of the table that the training rows are part of
   * @param training the rows to be learnt
   * @param conditioned columns with conditions
   */
  public static TableFacts of(long rows, Table training, int conditioned) {
    List<ColumnFacts> columns = new ArrayList<>();
    for (int position = 0; position < training.schema().width(); position++) {
      if (training.schema().field(position).isModelled()) {
        Column column = training.column(position);
        boolean category = column instanceof CategoricalColumn;
        long distinct =
            column instanceof CategoricalColumn categories
                ? categories.dictionary().size()
                : training.rows();
        String name = training.schema().field(position).name();
        columns.add(new ColumnFacts(position, name, category, distinct, 0));
      }
    }
    return new TableFacts(rows, training.rows(), rows, columns, conditioned);
  }
}
