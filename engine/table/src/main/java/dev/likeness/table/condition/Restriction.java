package dev.likeness.table.condition;

import dev.likeness.table.Column;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Which rows are wanted: those whose value lies in the set of every restricted column.
 *
 * <p><b>Thread-safe:</b> immutable.
 *
 * @param sets by position of the column, from 0
 */
public record Restriction(SortedMap<Integer, ValueSet> sets) {

  private static final Restriction NONE = new Restriction(new TreeMap<>());

  /** Copies the map. */
  public Restriction {
    sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
  }

  /** Every row. */
  public static Restriction none() {
    return NONE;
  }

  /** Whether every row is wanted. */
  public boolean isFree() {
    return sets.isEmpty();
  }

  /** Rows that also have a value of this set in a column. */
  public Restriction and(int position, ValueSet set) {
    TreeMap<Integer, ValueSet> more = new TreeMap<>(sets);
    more.merge(position, set, ValueSet::and);
    return new Restriction(more);
  }

  /** Rows that both want. */
  public Restriction and(Restriction other) {
    Restriction both = this;
    for (Map.Entry<Integer, ValueSet> entry : other.sets.entrySet()) {
      both = both.and(entry.getKey(), entry.getValue());
    }
    return both;
  }

  /** The same sets on columns at other positions; those that a map makes negative are left out. */
  public Restriction moved(IntUnaryOperator map) {
    TreeMap<Integer, ValueSet> moved = new TreeMap<>();
    sets.forEach(
        (position, set) -> {
          int target = map.applyAsInt(position);
          if (target >= 0) {
            moved.put(target, set);
          }
        });
    return new Restriction(moved);
  }

  /** For each row of some columns whether it is wanted. */
  public boolean[] admits(List<Column> columns) {
    boolean[] admitted = new boolean[columns.isEmpty() ? 0 : columns.get(0).size()];
    Arrays.fill(admitted, true);
    sets.forEach(
        (position, set) -> {
          boolean[] here = set.admits(columns.get(position));
          for (int row = 0; row < admitted.length; row++) {
            admitted[row] &= here[row];
          }
        });
    return admitted;
  }
}
