package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A column that follows from another: equal values there have equal values here (city → region). A
 * missing value is a value like others here, and says nothing there.
 *
 * @param determinant what decides
 * @param dependent what follows
 * @param oneToOne whether the determinant follows from the dependent too
 * @param support rows with a determinant; exceptions have another dependent than most rows with the
 *     same determinant
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FunctionalDependency(
    String determinant, String dependent, boolean oneToOne, Support support) implements Relation {

  @Override
  @JsonIgnore
  public List<String> names() {
    return List.of(determinant, dependent);
  }

  @Override
  public FunctionalDependency with(Support support) {
    return new FunctionalDependency(determinant, dependent, oneToOne, support);
  }

  @Override
  public String sentence() {
    return oneToOne
        ? determinant + " and " + dependent + " follow from each other."
        : dependent + " follows from " + determinant + ".";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return naming.apply(determinant) + (oneToOne ? " ↔ " : " → ") + naming.apply(dependent);
  }

  @Override
  public Tally tally(Schema schema) {
    int a = Columns.position(schema, determinant);
    int b = Columns.position(schema, dependent);
    return new Counted(a, b, oneToOne);
  }

  /** Counts pairs; a one-to-one relation is broken in either direction. */
  private static final class Counted implements Tally {
    private final int a;
    private final int b;
    private final boolean bothWays;
    private final PairCounts forth = new PairCounts();
    private final PairCounts back = new PairCounts();

    Counted(int a, int b, boolean bothWays) {
      this.a = a;
      this.b = b;
      this.bothWays = bothWays;
    }

    @Override
    public void add(Table batch) {
      long[] left = Columns.keys(batch.column(a));
      long[] right = Columns.keys(batch.column(b));
      for (int row = 0; row < left.length; row++) {
        if (left[row] != Columns.MISSING) {
          forth.add(left[row], right[row]);
        }
        if (bothWays && left[row] != Columns.MISSING && right[row] != Columns.MISSING) {
          back.add(right[row], left[row]);
        }
      }
    }

    @Override
    public Support support() {
      return new Support(forth.total(), Math.max(forth.exceptions(), back.exceptions()));
    }
  }
}
