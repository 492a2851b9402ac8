package dev.likeness.table;

import java.util.Arrays;
import java.util.List;

/**
 * A table in memory: a schema and one column for each of its fields.
 *
 * @param schema what the columns are
 * @param columns their values, equally long, at least one
 */
public record Table(Schema schema, List<Column> columns) implements TableSource {

  /** Copies the list and checks that columns fit the schema and each other. */
  public Table {
    columns = List.copyOf(columns);
    if (columns.size() != schema.width()) {
      throw new IllegalArgumentException(
          "columns = " + columns.size() + ", expected " + schema.width());
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).type() != schema.field(i).type()) {
        throw new IllegalArgumentException(
            "column "
                + (i + 1)
                + " is "
                + columns.get(i).type()
                + ", expected "
                + schema.field(i).type());
      }
      if (columns.get(i).size() != columns.get(0).size()) {
        throw new IllegalArgumentException(
            "column "
                + (i + 1)
                + " has "
                + columns.get(i).size()
                + " rows, expected "
                + columns.get(0).size());
      }
    }
  }

  /** Number of rows. */
  public int rows() {
    return columns.get(0).size();
  }

  /** The column at a position, from 0. */
  public Column column(int index) {
    return columns.get(index);
  }

  /** The table that has these rows of this one, in this order. */
  public Table select(int[] rows) {
    return new Table(schema, columns.stream().map(column -> column.select(rows)).toList());
  }

  @Override
  public long rowCount() {
    return rows();
  }

  @Override
  public Table read(long from, long to) {
    return select(java.util.stream.IntStream.range((int) from, (int) to).toArray());
  }

  @Override
  public Table only(int... positions) {
    return new Table(
        new Schema(Arrays.stream(positions).mapToObj(schema::field).toList()),
        Arrays.stream(positions).mapToObj(columns::get).toList());
  }

  @Override
  public Table toTable() {
    return this;
  }
}
