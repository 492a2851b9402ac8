package dev.likeness.synthesis.relation;

import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns by name while steps take some of them out and put others in.
 *
 * <p><b>Thread-safe:</b> no.
 */
final class Frame {

  /**
   * A column.
   *
   * @param field what it is
   * @param column its values
   * @param place among the modelled columns of the table, which decides how it is protected
   */
  record Held(Field field, Column column, int place) {}

  private final List<Held> held = new ArrayList<>();
  private final int rows;

  /** All columns of a table. */
  Frame(Table table) {
    rows = table.rows();
    int place = 0;
    for (int i = 0; i < table.schema().width(); i++) {
      Field field = table.schema().field(i);
      held.add(new Held(field, table.column(i), place));
      place += field.isModelled() ? 1 : 0;
    }
  }

  int rows() {
    return rows;
  }

  boolean has(String name) {
    return at(name) >= 0;
  }

  boolean hasAll(List<String> names) {
    return names.stream().allMatch(this::has);
  }

  /**
   * The column of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  Held get(String name) {
    int at = at(name);
    if (at < 0) {
      throw new IllegalArgumentException("a column of a relation, expected among those left");
    }
    return held.get(at);
  }

  Column column(String name) {
    return get(name).column();
  }

  private int at(String name) {
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i).field().name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  void remove(String name) {
    held.remove(get(name));
  }

  /** Puts a column behind all others. */
  void add(Field field, Column column) {
    if (has(field.name())) {
      throw new IllegalArgumentException("a column of a relation is there twice");
    }
    held.add(new Held(field, column, 0));
  }

  /** Puts a column where another one was, protected like that. */
  void replace(String name, Field field, Column column) {
    Held old = get(name);
    if (!field.name().equals(name) && has(field.name())) {
      throw new IllegalArgumentException("a column of a relation is there twice");
    }
    held.set(held.indexOf(old), new Held(field, column, old.place()));
  }

  /** A name for a new column that no column has. */
  String unused(String wish) {
    StringBuilder name = new StringBuilder(wish);
    while (has(name.toString())) {
      name.append('\'');
    }
    return name.toString();
  }

  Schema schema() {
    return new Schema(held.stream().map(Held::field).toList());
  }

  /** The columns as they stand. */
  Table table() {
    return new Table(schema(), held.stream().map(Held::column).toList());
  }

  /** Places of the modelled columns. */
  List<Integer> places() {
    return held.stream().filter(h -> h.field().isModelled()).map(Held::place).toList();
  }

  /** The columns of a schema, in its order. */
  Table table(Schema schema) {
    return new Table(schema, schema.fields().stream().map(field -> column(field.name())).toList());
  }
}
