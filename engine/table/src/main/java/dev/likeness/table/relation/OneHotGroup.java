package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Schema;
import dev.likeness.table.relation.RowTally.Says;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Flags of which exactly one is set in every row: one category, spread over columns. Rows with a
 * missing flag say nothing.
 *
 * @param columns the flags, at least two
 * @param support what it rests on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OneHotGroup(List<String> columns, Support support) implements Relation {

  /** Copies the list. */
  public OneHotGroup {
    columns = List.copyOf(columns);
    if (columns.size() < 2) {
      throw new IllegalArgumentException("columns = " + columns.size() + ", expected two or more");
    }
  }

  @Override
  @JsonIgnore
  public List<String> names() {
    return columns;
  }

  @Override
  public OneHotGroup with(Support support) {
    return new OneHotGroup(columns, support);
  }

  @Override
  public String sentence() {
    return "Exactly one of " + Columns.list(columns) + " is set.";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return "one of " + String.join(", ", columns.stream().map(naming).toList());
  }

  @Override
  public Tally tally(Schema schema) {
    int[] at = Columns.positions(schema, columns);
    return new RowTally(
        batch -> {
          byte[][] flags = new byte[at.length][];
          for (int i = 0; i < at.length; i++) {
            flags[i] = Columns.flags(batch.column(at[i]));
          }
          return row -> judge(flags, row);
        });
  }

  private static Says judge(byte[][] flags, int row) {
    int set = 0;
    for (byte[] flag : flags) {
      if (flag[row] < 0) {
        return Says.NOTHING;
      }
      set += flag[row];
    }
    return RowTally.holds(set == 1);
  }
}
