package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.EqualColumns;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Equal columns: one stays, the other is its copy.
 *
 * @param relation what is kept
 * @param kept name of the one that stays
 * @param copy what the other one is
 */
record CopyStep(EqualColumns relation, String kept, Field copy) implements Step {

  /** Keeps the one that has conditions; empty where the two cannot stand for each other. */
  static Optional<Step> learn(EqualColumns relation, Learning learning) {
    boolean swap =
        learning.isConditioned(relation.copy()) && !learning.isConditioned(relation.column());
    Field kept = learning.frame().get(swap ? relation.copy() : relation.column()).field();
    Field copy = learning.frame().get(swap ? relation.column() : relation.copy()).field();
    boolean alike =
        kept.type() == copy.type()
            && unit(kept).equals(unit(copy))
            && (kept.measure() == copy.measure() || !learning.isConditioned(copy.name()));
    CopyStep step = new CopyStep(relation, kept.name(), copy);
    return alike && step.holds(learning.frame()) ? Optional.of(step) : Optional.empty();
  }

  private static Optional<Object> unit(Field field) {
    return field.format() instanceof TemporalFormat format
        ? Optional.of(format.unit())
        : Optional.empty();
  }

  private boolean holds(Frame frame) {
    double[] logs = new double[frame.rows()];
    weigh(frame, logs);
    return Arrays.stream(logs).allMatch(log -> log == 0);
  }

  @Override
  public void reduce(Frame frame) {
    frame.get(kept);
    frame.remove(copy.name());
  }

  @Override
  public void restore(Frame frame, Draws draws) {
    frame.add(copy, frame.column(kept));
  }

  @Override
  public void weigh(Frame frame, double[] logs) {
    Column other = frame.column(copy.name());
    Palette palette = Palette.of(frame.column(kept));
    int[] codes = palette.encode(frame.column(kept));
    int[] copies = palette.encode(other);
    for (int row = 0; row < logs.length; row++) {
      if (codes[row] != copies[row]) {
        logs[row] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  @Override
  public void restrict(Map<String, ValueSet> sets) {
    ValueSet set = sets.remove(copy.name());
    if (set != null) {
      sets.merge(kept, set, ValueSet::and);
    }
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("kept", kept);
  }
}
