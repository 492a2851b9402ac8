package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.Inequality;
import java.util.Map;
import java.util.Optional;

/**
 * An order of two numbers or moments that both stay in the model: where a row breaks it, the higher
 * one is raised to the lower one.
 *
 * <p>Right where the two have little to do with each other, so that their distance would be harder
 * to learn than both. Since values are only ever raised, orders that share columns can all be put
 * right one after another, the lowest first.
 *
 * @param relation what is kept
 */
record RaiseStep(Inequality relation) implements Step {

  /** Empty where the higher one has conditions, or counts something else. */
  static Optional<Step> learn(Inequality relation, Learning learning) {
    RaiseStep step = new RaiseStep(relation);
    return step.fits(learning.frame()) && !learning.isConditioned(relation.high())
        ? Optional.of(step)
        : Optional.empty();
  }

  private boolean fits(Frame frame) {
    Field low = frame.get(relation.low()).field();
    Field high = frame.get(relation.high()).field();
    boolean units =
        low.format() instanceof TemporalFormat a && high.format() instanceof TemporalFormat b
            ? a.unit() == b.unit()
            : low.format() instanceof NumberFormat && high.format() instanceof NumberFormat;
    return units && !relation.strict() && !relation.low().equals(relation.high());
  }

  @Override
  public boolean isCorrection() {
    return true;
  }

  @Override
  public void reduce(Frame frame) {
    if (!fits(frame)) {
      throw new IllegalArgumentException("columns in an order are of different types");
    }
  }

  @Override
  public void restore(Frame frame, Draws draws) {
    Frame.Held high = frame.get(relation.high());
    frame.replace(relation.high(), high.field(), raised(frame.column(relation.low()), high));
  }

  private static Column raised(Column low, Frame.Held high) {
    if (low instanceof TemporalColumn a && high.column() instanceof TemporalColumn b) {
      long[] values = b.values().clone();
      for (int row = 0; row < values.length; row++) {
        boolean present = values[row] != TemporalColumn.MISSING;
        values[row] = present ? Math.max(values[row], a.values()[row]) : values[row];
      }
      return new TemporalColumn(values);
    }
    double power = Rounding.power(((NumberFormat) high.field().format()).decimals());
    double[] least = ((NumericColumn) low).values();
    double[] values = ((NumericColumn) high.column()).values().clone();
    for (int row = 0; row < values.length; row++) {
      values[row] = values[row] < least[row] ? Rounding.up(least[row], power) : values[row];
    }
    return new NumericColumn(values);
  }

  @Override
  public void weigh(Frame frame, double[] logs) {
    Column low = frame.column(relation.low());
    Column high = frame.column(relation.high());
    for (int row = 0; row < logs.length; row++) {
      boolean present = !low.isMissing(row) && !high.isMissing(row);
      if (present && GapStep.distance(low, high, row) < 0) {
        logs[row] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  @Override
  public void restrict(Map<String, ValueSet> sets) {}

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {}
}
