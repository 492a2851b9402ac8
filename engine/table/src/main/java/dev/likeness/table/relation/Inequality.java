package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Schema;
import dev.likeness.table.relation.RowTally.Says;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A number or moment that is never above another (start ≤ end). Rows with a missing one say
 * nothing.
 *
 * @param low the smaller one
 * @param high the larger one
 * @param strict whether they are never equal either
 * @param support what it rests on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Inequality(String low, String high, boolean strict, Support support)
    implements Relation {

  @Override
  @JsonIgnore
  public List<String> names() {
    return List.of(low, high);
  }

  @Override
  public Inequality with(Support support) {
    return new Inequality(low, high, strict, support);
  }

  @Override
  public String sentence() {
    return low + (strict ? " is always below " : " is never above ") + high + ".";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return naming.apply(low) + (strict ? " < " : " ≤ ") + naming.apply(high);
  }

  @Override
  public Tally tally(Schema schema) {
    int a = Columns.number(schema, low);
    int b = Columns.number(schema, high);
    return new RowTally(
        batch -> {
          double[] x = Columns.numbers(schema, a, batch.column(a));
          double[] y = Columns.numbers(schema, b, batch.column(b));
          return row -> judge(x[row], y[row]);
        });
  }

  private Says judge(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Says.NOTHING;
    }
    return RowTally.holds(strict ? x < y : x <= y);
  }
}
