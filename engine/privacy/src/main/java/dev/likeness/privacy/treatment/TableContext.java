package dev.likeness.privacy.treatment;

import dev.likeness.table.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a table, as far as treatments of one column care about the others.
 *
 * @param columns in file order
 */
public record TableContext(List<Column> columns) {

  /** Copies the list. */
  public TableContext {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param field name, storage, role, format
   * @param type of personal data; {@code "none"} for none
   */
  public record Column(Field field, String type) {}

  /** The column of a type that stands nearest to another column. */
  public Optional<Integer> nearest(String type, int position) {
    return IntStream.range(0, columns.size())
        .filter(i -> i != position && columns.get(i).type().equals(type))
        .boxed()
        .min(java.util.Comparator.comparingInt(i -> Math.abs(i - position)));
  }

  /** The position of a column by its name. */
  public Optional<Integer> named(String name) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).field().name().equals(name))
        .boxed()
        .findFirst();
  }
}
