package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Columns whose values together never occur twice. Rows in which one is missing say nothing.
 *
 * @param columns at least one
 * @param support exceptions are rows whose values occurred before
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record UniqueKey(List<String> columns, Support support) implements Relation {

  /** Copies the list. */
  public UniqueKey {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns = [], expected at least one");
    }
  }

  @Override
  @JsonIgnore
  public List<String> names() {
    return columns;
  }

  @Override
  public UniqueKey with(Support support) {
    return new UniqueKey(columns, support);
  }

  @Override
  public String sentence() {
    return columns.size() == 1
        ? columns.getFirst() + " is different in every row."
        : Columns.list(columns) + " together are different in every row.";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return "unique " + String.join(", ", columns.stream().map(naming).toList());
  }

  @Override
  public Tally tally(Schema schema) {
    return new Seen(Columns.positions(schema, columns));
  }

  /** Remembers a hash of every row's values. */
  private static final class Seen implements Tally {
    private final int[] at;
    private final LongIndex seen = new LongIndex();
    private long rows;

    Seen(int[] at) {
      this.at = at;
    }

    @Override
    public void add(Table batch) {
      long[][] keys = new long[at.length][];
      for (int i = 0; i < at.length; i++) {
        keys[i] = keys(batch.column(at[i]));
      }
      for (int row = 0; row < batch.rows(); row++) {
        row(keys, row);
      }
    }

    private static long[] keys(Column column) {
      long[] keys = Columns.keys(column);
      if (column instanceof CategoricalColumn names) {
        for (int i = 0; i < keys.length; i++) {
          if (keys[i] != Columns.MISSING) {
            keys[i] = Columns.hash(names.dictionary().get((int) keys[i]));
          }
        }
      }
      return keys;
    }

    private void row(long[][] keys, int row) {
      long hash = 17;
      for (long[] key : keys) {
        if (key[row] == Columns.MISSING) {
          return;
        }
        hash = (hash ^ key[row]) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
      }
      rows++;
      seen.of(hash);
    }

    @Override
    public Support support() {
      return new Support(rows, rows - seen.size());
    }
  }
}
