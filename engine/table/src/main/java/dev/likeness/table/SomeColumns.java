package dev.likeness.table;

import java.util.List;

/**
 * Some columns of a source that reads all of them.
 *
 * @param source that it reads from
 * @param positions of the columns in the source
 */
record SomeColumns(TableSource source, List<Integer> positions) implements TableSource {

  @Override
  public Schema schema() {
    return new Schema(positions.stream().map(source.schema()::field).toList());
  }

  @Override
  public long rowCount() {
    return source.rowCount();
  }

  @Override
  public Table read(long from, long to) {
    Table all = source.read(from, to);
    return new Table(schema(), positions.stream().map(all::column).toList());
  }
}
