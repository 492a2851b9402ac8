package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Schema;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A column that has no value exactly where another one has none, or has one of some values.
 *
 * @param column what is missing
 * @param condition the other one
 * @param when values of the other one; none: where that one is missing too
 * @param support all rows; exceptions have a value where they should not, or none where they should
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ConditionalMissingness(
    String column, String condition, List<String> when, Support support) implements Relation {

  /** Copies the list. */
  public ConditionalMissingness {
    when = List.copyOf(when);
  }

  @Override
  @JsonIgnore
  public List<String> names() {
    return List.of(condition, column);
  }

  @Override
  public ConditionalMissingness with(Support support) {
    return new ConditionalMissingness(column, condition, when, support);
  }

  @Override
  public String sentence() {
    return when.isEmpty()
        ? column + " is missing exactly where " + condition + " is."
        : column + " is missing exactly where " + condition + " has certain values.";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return naming.apply(column) + " missing by " + naming.apply(condition);
  }

  @Override
  public Tally tally(Schema schema) {
    int a = Columns.position(schema, column);
    int b = Columns.position(schema, condition);
    return new RowTally(
        batch -> {
          Column missing = batch.column(a);
          Column other = batch.column(b);
          boolean[] expected = expected(other);
          return row -> RowTally.holds(missing.isMissing(row) == missing(other, expected, row));
        });
  }

  private boolean[] expected(Column other) {
    if (!(other instanceof CategoricalColumn names) || when.isEmpty()) {
      return new boolean[0];
    }
    boolean[] expected = new boolean[names.dictionary().size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = when.contains(names.dictionary().get(i));
    }
    return expected;
  }

  private boolean missing(Column other, boolean[] expected, int row) {
    if (when.isEmpty()) {
      return other.isMissing(row);
    }
    int code = other instanceof CategoricalColumn names ? names.codes()[row] : -1;
    return code >= 0 && expected[code];
  }
}
