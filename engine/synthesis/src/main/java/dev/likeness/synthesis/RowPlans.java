package dev.likeness.synthesis;

import dev.likeness.table.Schema;
import dev.likeness.table.condition.ConditionBinder;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.InvalidConditionException;
import dev.likeness.table.condition.Restriction;
import dev.likeness.table.condition.ValueSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns conditions into the plan of a sample. */
final class RowPlans {

  private RowPlans() {}

  /** Positions of the columns that conditions speak of, as far as they exist. */
  static Set<Integer> conditioned(Conditions conditions, Schema schema) {
    Set<String> names = conditions.columns();
    return IntStream.range(0, schema.width())
        .filter(i -> names.contains(schema.field(i).name()))
        .boxed()
        .collect(Collectors.toSet());
  }

  /**
   * The plan of so many rows: one stretch for each group, mixed by the shares of the column that is
   * rebalanced.
   *
   * @param rows of all groups together
   * @throws InvalidConditionException when conditions do not fit the schema
   */
  static RowPlan of(Conditions conditions, Schema schema, long rows) {
    if (conditions.isNone()) {
      return RowPlan.free();
    }
    if (conditions.rows().orElse(rows) != rows) {
      throw new IllegalArgumentException(
          "rows = " + rows + ", expected " + conditions.rows().getAsLong() + " as groups say");
    }
    ConditionBinder binder = new ConditionBinder(schema);
    List<Restriction> restrictions = binder.restrictions(conditions);
    if (restrictions.isEmpty()) {
      restrictions = List.of(Restriction.none());
    }
    List<RowPlan.Stretch> stretches = new ArrayList<>();
    for (int g = 0; g < restrictions.size(); g++) {
      long counted =
          conditions.groups().isEmpty() ? rows : conditions.groups().get(g).rows().orElse(rows);
      stretches.add(stretch(conditions, binder, restrictions.get(g), counted));
    }
    return new RowPlan(stretches);
  }

  private static RowPlan.Stretch stretch(
      Conditions conditions, ConditionBinder binder, Restriction restriction, long rows) {
    if (conditions.rebalance().isEmpty()) {
      return new RowPlan.Stretch(List.of(new RowPlan.Part(restriction, rows)));
    }
    Conditions.Rebalance rebalance = conditions.rebalance().get();
    int position = binder.position(rebalance);
    List<ConditionBinder.BoundShare> shares = binder.shares(rebalance);
    long[] counts =
        counts(shares.stream().mapToDouble(ConditionBinder.BoundShare::share).toArray(), rows);
    List<RowPlan.Part> parts = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        Restriction part = restriction.and(position, shares.get(i).set());
        checkPossible(part.sets().get(position), shares.get(i).pointer(), rebalance.column());
        parts.add(new RowPlan.Part(part, counts[i]));
      }
    }
    return new RowPlan.Stretch(
        parts.isEmpty() ? List.of(new RowPlan.Part(restriction, rows)) : parts);
  }

  private static void checkPossible(
      @org.jspecify.annotations.Nullable ValueSet set, String pointer, String column) {
    if (set == null || set.isEmpty()) {
      throw new InvalidConditionException(
          InvalidConditionException.Reason.CONTRADICTION,
          pointer,
          "a share of the column " + column + " contradicts the conditions on it");
    }
  }

  /** Whole rows for each share; the largest remainders get those that are left. */
  private static long[] counts(double[] shares, long rows) {
    double all = java.util.Arrays.stream(shares).sum();
    long[] counts = new long[shares.length];
    double[] remainders = new double[shares.length];
    long left = rows;
    for (int i = 0; i < shares.length; i++) {
      double exact = rows * (shares[i] / all);
      counts[i] = Math.min(left, (long) exact);
      remainders[i] = exact - counts[i];
      left -= counts[i];
    }
    List<Integer> largestFirst =
        IntStream.range(0, shares.length)
            .boxed()
            .filter(i -> shares[i] > 0)
            .sorted(Comparator.comparingDouble(i -> -remainders[i]))
            .toList();
    for (int i = 0; left > 0; i = (i + 1) % largestFirst.size()) {
      counts[largestFirst.get(i)]++;
      left--;
    }
    return counts;
  }
}
