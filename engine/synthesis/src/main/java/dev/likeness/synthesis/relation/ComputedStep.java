package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.DerivedColumn;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.SumOfColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number that is computed from other columns: it is dropped, and computed and rounded to its
 * places again. It is missing where one of the others is, and nowhere else.
 *
 * @param relation how it is computed
 * @param result what is computed
 */
record ComputedStep(Relation relation, Field result) implements Step {

  private static final int LARGEST_POWER = 15;
  private static final double NOISE = 1e-12;

  /** Empty where something else than the other columns says what is missing, or has conditions. */
  static Optional<Step> learn(SumOfColumns relation, Learning learning) {
    return learn(relation, relation.total(), relation.tolerance(), learning);
  }

  /** The same of another computation. */
  static Optional<Step> learn(DerivedColumn relation, Learning learning) {
    return learn(relation, relation.column(), relation.tolerance(), learning);
  }

  private static Optional<Step> learn(
      Relation relation, String name, double tolerance, Learning learning) {
    Field result = learning.frame().get(name).field();
    boolean computes =
        result.type() == StorageType.NUMERIC
            && !learning.isConditioned(name)
            && !from(relation, name).contains(name);
    if (!computes) {
      return Optional.empty();
    }
    ComputedStep step = new ComputedStep(relation, result);
    return step.holds(learning.frame(), tolerance) ? Optional.of(step) : Optional.empty();
  }

  private static List<String> from(Relation relation, String result) {
    return relation.names().subList(0, relation.names().size() - 1);
  }

  private boolean holds(Frame frame, double tolerance) {
    double[] values = ((NumericColumn) frame.column(result.name())).values();
    double[] computed = computed(frame.table());
    for (int row = 0; row < values.length; row++) {
      boolean missing = Double.isNaN(values[row]) && Double.isNaN(computed[row]);
      if (!missing && !(Math.abs(values[row] - computed[row]) <= tolerance + unit())) {
        return false;
      }
    }
    return true;
  }

  private double close(double value) {
    return Math.max(unit() / 2, NOISE * Math.abs(value));
  }

  private double unit() {
    return Math.pow(10, -((NumberFormat) result.format()).decimals());
  }

  private double[] computed(Table table) {
    double[] values =
        switch (relation) {
          case SumOfColumns sum -> sum.computed(table);
          case DerivedColumn derived -> derived.computed(table);
          default -> throw new IllegalArgumentException("relation computes nothing");
        };
    int decimals = ((NumberFormat) result.format()).decimals();
    double power = Rounding.power(decimals);
    for (int row = 0; decimals <= LARGEST_POWER && row < values.length; row++) {
      values[row] = Rounding.nearest(values[row], power);
    }
    return values;
  }

  @Override
  public void reduce(Frame frame) {
    if (frame.get(result.name()).field().type() != StorageType.NUMERIC) {
      throw new IllegalArgumentException("a computed column is no number");
    }
    computed(frame.table());
    frame.remove(result.name());
  }

  @Override
  public void restore(Frame frame, Draws draws) {
    frame.add(result, new NumericColumn(computed(frame.table())));
  }

  @Override
  public void weigh(Frame frame, double[] logs) {
    double[] values = ((NumericColumn) frame.column(result.name())).values();
    double[] computed = computed(frame.table());
    for (int row = 0; row < logs.length; row++) {
      boolean missing = Double.isNaN(values[row]) && Double.isNaN(computed[row]);
      if (!missing && !(Math.abs(values[row] - computed[row]) < close(values[row]))) {
        logs[row] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  @Override
  public void restrict(Map<String, ValueSet> sets) {}

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {}
}
