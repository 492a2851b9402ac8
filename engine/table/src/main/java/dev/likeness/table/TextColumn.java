package dev.likeness.table;

import java.util.List;
import java.util.Optional;

/**
 * Text that hardly repeats: names, identifiers, remarks.
 *
 * @param values the text of each row; empty optional where missing
 */
public record TextColumn(List<Optional<String>> values) implements Column {

  /** Copies the list. */
  public TextColumn {
    values = List.copyOf(values);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public boolean isMissing(int row) {
    return values.get(row).isEmpty();
  }

  @Override
  public TextColumn select(int[] rows) {
    return new TextColumn(java.util.Arrays.stream(rows).mapToObj(values::get).toList());
  }

  @Override
  public StorageType type() {
    return StorageType.TEXT;
  }
}
