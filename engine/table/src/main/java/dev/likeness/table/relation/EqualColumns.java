package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.relation.RowTally.Judge;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Two columns that have the same value in every row, missing ones included.
 *
 * @param column one of them
 * @param copy the other
 * @param support what it rests on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EqualColumns(String column, String copy, Support support) implements Relation {

  @Override
  @JsonIgnore
  public List<String> names() {
    return List.of(column, copy);
  }

  @Override
  public EqualColumns with(Support support) {
    return new EqualColumns(column, copy, support);
  }

  @Override
  public String sentence() {
    return copy + " is the same as " + column + ".";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return naming.apply(copy) + " = " + naming.apply(column);
  }

  @Override
  public Tally tally(Schema schema) {
    int a = Columns.position(schema, column);
    int b = Columns.position(schema, copy);
    if (schema.field(a).type() != schema.field(b).type()) {
      throw new IllegalArgumentException(
          "column " + (b + 1) + " is " + schema.field(b).type() + ", expected as its original");
    }
    boolean names = schema.field(a).type() == StorageType.CATEGORICAL;
    return new RowTally(batch -> names ? texts(batch, a, b) : keys(batch, a, b));
  }

  private static Judge keys(Table batch, int a, int b) {
    long[] x = Columns.keys(batch.column(a));
    long[] y = Columns.keys(batch.column(b));
    return row -> RowTally.holds(x[row] == y[row]);
  }

  private static Judge texts(Table batch, int a, int b) {
    return row -> RowTally.holds(text(batch.column(a), row).equals(text(batch.column(b), row)));
  }

  private static Optional<String> text(Column column, int row) {
    CategoricalColumn names = (CategoricalColumn) column;
    int code = names.codes()[row];
    return code == CategoricalColumn.MISSING
        ? Optional.empty()
        : Optional.of(names.dictionary().get(code));
  }
}
