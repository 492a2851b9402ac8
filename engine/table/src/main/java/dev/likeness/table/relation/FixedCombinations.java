package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Columns of which only some combinations occur, far fewer than there might be. Where they were
 * found there is no exception: those that occurred are the rule.
 *
 * @param columns two
 * @param combinations that occur
 * @param possible combinations, if any value could stand beside any other
 * @param support rows in which both have a value
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FixedCombinations(
    List<String> columns, long combinations, long possible, Support support) implements Relation {

  /** Copies the list. */
  public FixedCombinations {
    columns = List.copyOf(columns);
    if (columns.size() != 2) {
      throw new IllegalArgumentException("columns = " + columns.size() + ", expected two");
    }
  }

  @Override
  @JsonIgnore
  public List<String> names() {
    return columns;
  }

  @Override
  public FixedCombinations with(Support support) {
    return new FixedCombinations(columns, combinations, possible, support);
  }

  @Override
  public String sentence() {
    return "Only "
        + combinations
        + " of "
        + possible
        + " combinations of "
        + Columns.list(columns)
        + " occur.";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return "combinations of " + Columns.list(columns.stream().map(naming).toList());
  }

  @Override
  public Tally tally(Schema schema) {
    int[] at = Columns.positions(schema, columns);
    return new Counted(at[0], at[1]);
  }

  /** Counts combinations beyond those that are expected. */
  private final class Counted implements Tally {
    private final int a;
    private final int b;
    private final PairCounts pairs = new PairCounts();

    Counted(int a, int b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public void add(Table batch) {
      long[] left = Columns.keys(batch.column(a));
      long[] right = Columns.keys(batch.column(b));
      for (int row = 0; row < left.length; row++) {
        if (left[row] != Columns.MISSING && right[row] != Columns.MISSING) {
          pairs.add(left[row], right[row]);
        }
      }
    }

    @Override
    public Support support() {
      return new Support(pairs.total(), Math.max(0, pairs.pairs() - combinations));
    }
  }
}
