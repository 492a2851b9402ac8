package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.relation.RowTally.Judge;
import dev.likeness.table.relation.RowTally.Says;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A number that is the sum of others. Rows with a missing number say nothing.
 *
 * @param total the sum
 * @param parts at least two
 * @param tolerance largest difference that rounding explains
 * @param support what it rests on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SumOfColumns(String total, List<String> parts, double tolerance, Support support)
    implements Relation {

  /** Copies the list. */
  public SumOfColumns {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("parts = " + parts.size() + ", expected at least two");
    }
  }

  @Override
  @JsonIgnore
  public List<String> names() {
    List<String> names = new ArrayList<>(parts);
    names.add(total);
    return List.copyOf(names);
  }

  @Override
  public SumOfColumns with(Support support) {
    return new SumOfColumns(total, parts, tolerance, support);
  }

  @Override
  public String sentence() {
    return total + " is the sum of " + Columns.list(parts) + ".";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return naming.apply(total) + " = " + String.join(" + ", parts.stream().map(naming).toList());
  }

  @Override
  public Tally tally(Schema schema) {
    int sum = Columns.number(schema, total);
    int[] terms = parts.stream().mapToInt(part -> Columns.number(schema, part)).toArray();
    return new RowTally(batch -> judge(schema, batch, sum, terms));
  }

  /** The sum in each row of a table, not rounded; NaN where a part is missing. */
  public double[] computed(Table table) {
    double[] sum = new double[table.rows()];
    for (String part : parts) {
      int at = Columns.number(table.schema(), part);
      double[] values = Columns.numbers(table.schema(), at, table.column(at));
      for (int row = 0; row < sum.length; row++) {
        sum[row] += values[row];
      }
    }
    return sum;
  }

  private Judge judge(Schema schema, Table batch, int sum, int[] terms) {
    double[] totals = Columns.numbers(schema, sum, batch.column(sum));
    double[][] values = new double[terms.length][];
    for (int i = 0; i < terms.length; i++) {
      values[i] = Columns.numbers(schema, terms[i], batch.column(terms[i]));
    }
    return row -> {
      double rest = totals[row];
      for (double[] part : values) {
        rest -= part[row];
      }
      return Double.isNaN(rest) ? Says.NOTHING : RowTally.holds(Math.abs(rest) <= tolerance);
    };
  }
}
