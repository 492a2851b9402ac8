package dev.likeness.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of a table in file order: a complete typed reading of its text.
 *
 * @param fields at least one, names unique
 */
public record Schema(List<Field> fields) {

  /** Copies the list and checks names. */
  public Schema {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("fields = [], expected at least one");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!seen.add(fields.get(i).name())) {
        throw new IllegalArgumentException("column " + (i + 1) + " repeats an earlier name");
      }
    }
  }

  /** A schema of these fields. */
  public static Schema of(Field... fields) {
    return new Schema(List.of(fields));
  }

  /** Number of columns. */
  public int width() {
    return fields.size();
  }

  /** The field at a position, from 0. */
  public Field field(int index) {
    return fields.get(index);
  }
}
