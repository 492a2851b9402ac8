package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.relation.RowTally.Judge;
import dev.likeness.table.relation.RowTally.Says;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A number that is computed from others: a price from amount and rate, an age from a date of birth.
 * Rows with a missing one say nothing.
 *
 * @param column what is computed
 * @param formula how
 * @param from what it is computed from
 * @param factor of {@link Formula#AFFINE}, else 1
 * @param offset of {@link Formula#AFFINE}; the fixed day of {@link Formula#AGE} from one date, in
 *     days since the epoch; else 0
 * @param tolerance largest difference that rounding explains
 * @param support what it rests on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DerivedColumn(
    String column,
    Formula formula,
    List<String> from,
    double factor,
    double offset,
    double tolerance,
    Support support)
    implements Relation {

  /** Copies the list. */
  public DerivedColumn {
    from = List.copyOf(from);
    int least = formula == Formula.PRODUCT || formula == Formula.DAYS_BETWEEN ? 2 : 1;
    int most = formula == Formula.AGE ? 2 : least;
    if (from.size() < least || from.size() > most) {
      throw new IllegalArgumentException("from = " + from.size() + ", expected " + least);
    }
  }

  @Override
  @JsonIgnore
  public List<String> names() {
    List<String> names = new ArrayList<>(from);
    names.add(column);
    return List.copyOf(names);
  }

  @Override
  public DerivedColumn with(Support support) {
    return new DerivedColumn(column, formula, from, factor, offset, tolerance, support);
  }

  @Override
  public String sentence() {
    String what =
        switch (formula) {
          case PRODUCT -> from.getFirst() + " times " + from.getLast();
          case DAYS_BETWEEN -> "the days from " + from.getFirst() + " to " + from.getLast();
          case AFFINE -> from.getFirst() + " in another unit";
          case YEAR -> "the year of " + from.getFirst();
          case MONTH -> "the month of " + from.getFirst();
          case DAY -> "the day of " + from.getFirst();
          case AGE ->
              "the full years from "
                  + from.getFirst()
                  + (from.size() == 1
                      ? " to " + LocalDate.ofEpochDay((long) offset)
                      : " to " + from.getLast());
        };
    return column + " is " + what + ".";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    String first = naming.apply(from.getFirst());
    String last = naming.apply(from.getLast());
    return naming.apply(column)
        + " = "
        + switch (formula) {
          case PRODUCT -> first + " × " + last;
          case DAYS_BETWEEN -> "days from " + first + " to " + last;
          case AFFINE -> first + " in another unit";
          case YEAR -> "year of " + first;
          case MONTH -> "month of " + first;
          case DAY -> "day of " + first;
          case AGE -> "years since " + first;
        };
  }

  @Override
  public Tally tally(Schema schema) {
    int result = Columns.number(schema, column);
    int[] terms = from.stream().mapToInt(name -> Columns.number(schema, name)).toArray();
    return new RowTally(batch -> judge(schema, batch, result, terms));
  }

  private Judge judge(Schema schema, Table batch, int result, int[] terms) {
    double[] values = Columns.numbers(schema, result, batch.column(result));
    double[] first = Columns.numbers(schema, terms[0], batch.column(terms[0]));
    int last = terms[terms.length - 1];
    double[] second = terms.length == 1 ? first : Columns.numbers(schema, last, batch.column(last));
    return row -> {
      double difference = values[row] - value(first[row], second[row]);
      return Double.isNaN(difference)
          ? Says.NOTHING
          : RowTally.holds(Math.abs(difference) <= tolerance);
    };
  }

  /** The computed value in each row of a table, not rounded; NaN where something is missing. */
  public double[] computed(Table table) {
    double[] first = numbers(table, from.getFirst());
    double[] second = numbers(table, from.getLast());
    double[] values = new double[table.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = value(first[row], second[row]);
    }
    return values;
  }

  private static double[] numbers(Table table, String name) {
    int at = Columns.number(table.schema(), name);
    return Columns.numbers(table.schema(), at, table.column(at));
  }

  /** The computed value; NaN where something is missing. */
  double value(double first, double second) {
    if (Double.isNaN(first) || Double.isNaN(second)) {
      return Double.NaN;
    }
    return switch (formula) {
      case PRODUCT -> first * second;
      case DAYS_BETWEEN -> second - first;
      case AFFINE -> factor * first + offset;
      case YEAR -> date(first).getYear();
      case MONTH -> date(first).getMonthValue();
      case DAY -> date(first).getDayOfMonth();
      case AGE -> ChronoUnit.YEARS.between(date(first), date(from.size() == 1 ? offset : second));
    };
  }

  private static LocalDate date(double days) {
    return LocalDate.ofEpochDay((long) Math.floor(days));
  }
}
