package dev.likeness.evaluation;

import dev.likeness.numerics.Cancellation;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.condition.ConditionBinder;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.Restriction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Which real rows made rows are compared with. Rows that were made under conditions differ from all
 * real rows by these conditions already; what tells how good they are is how they differ from the
 * real rows that fulfil them.
 *
 * <ol>
 *   <li>Without conditions: all.
 *   <li>With conditions: those that fulfil the conditions of one group at least.
 *   <li>Where fewer than {@value #FEWEST} training rows do, or where shares of a column were asked
 *       for, which real rows do not have: all again, and the sentence says so. It does not say how
 *       few: whoever may read a report may not therefore learn that a single person fulfils them.
 * </ol>
 *
 * <p><b>Cost:</b> one pass over the columns that have conditions, one bit a row.
 * <b>Thread-safe:</b> yes.
 */
public final class Counterparts {

  /** Fewer training rows than this say too little about how others are distributed. */
  public static final int FEWEST = 100;

  private static final int BATCH = 1 << 16;
  private static final Counterparts ALL = new Counterparts(Optional.empty(), Optional.empty());

  private final Optional<BitSet> rows;
  private final Optional<String> sentence;

  private Counterparts(Optional<BitSet> rows, Optional<String> sentence) {
    this.rows = rows;
    this.sentence = sentence;
  }

  /** All real rows: nobody asked for conditions. */
  public static Counterparts all() {
    return ALL;
  }

  /**
   * The real rows that rows made under conditions are compared with.
   *
   * @param real all rows of the table, with the columns that the conditions name
   * @param split which of them the model learnt
   * @param conditions that the made rows fulfil
   * @throws dev.likeness.table.condition.InvalidConditionException when the conditions do not fit
   *     the table
   * @throws dev.likeness.numerics.CancelledException when asked to stop
   */
  public static Counterparts of(
      TableSource real, SplitSpec split, Conditions conditions, Cancellation cancellation) {
    if (conditions.isNone()) {
      return ALL;
    }
    long learnt = LongStream.range(0, real.rowCount()).filter(row -> !split.isControl(row)).count();
    if (conditions.rebalance().isPresent()) {
      return all(learnt, "real rows do not have the shares that were asked for");
    }
    List<Restriction> groups = new ConditionBinder(real.schema()).restrictions(conditions);
    BitSet rows = fulfilling(real, groups, cancellation);
    long alike = rows.stream().filter(row -> !split.isControl(row)).count();
    if (alike < FEWEST) {
      return all(learnt, "fewer than " + FEWEST + " of them fulfil the conditions");
    }
    String which = groups.size() == 1 ? "the conditions" : "the conditions of a group";
    String shares = groups.size() == 1 ? "" : ", in the shares that groups have among them";
    return new Counterparts(
        Optional.of(rows),
        Optional.of(
            String.format(
                Locale.ROOT,
                "Compared with the %,d training rows that fulfil %s%s.",
                alike,
                which,
                shares)));
  }

  private static Counterparts all(long learnt, String because) {
    return new Counterparts(
        Optional.empty(),
        Optional.of(
            String.format(
                Locale.ROOT, "Compared with all %,d training rows: %s.", learnt, because)));
  }

  private static BitSet fulfilling(
      TableSource real, List<Restriction> groups, Cancellation cancellation) {
    List<Integer> restricted =
        groups.stream().flatMap(group -> group.sets().keySet().stream()).distinct().toList();
    BitSet rows = new BitSet(Math.toIntExact(real.rowCount()));
    if (groups.stream().anyMatch(Restriction::isFree)) {
      rows.set(0, Math.toIntExact(real.rowCount()));
      return rows;
    }
    TableSource columns = real.only(restricted.stream().mapToInt(i -> i).toArray());
    List<Restriction> here = new ArrayList<>();
    groups.forEach(group -> here.add(group.moved(restricted::indexOf)));
    for (long from = 0; from < real.rowCount(); from += BATCH) {
      cancellation.check();
      mark(columns.read(from, Math.min(real.rowCount(), from + BATCH)), here, (int) from, rows);
    }
    return rows;
  }

  private static void mark(Table batch, List<Restriction> groups, int from, BitSet rows) {
    for (Restriction group : groups) {
      boolean[] admitted = group.admits(batch.columns());
      for (int row = 0; row < admitted.length; row++) {
        if (admitted[row]) {
          rows.set(from + row);
        }
      }
    }
  }

  /** Whether a row, from 0, is one of them. */
  public boolean contains(long row) {
    return rows.isEmpty() || rows.get().get((int) row);
  }

  /**
   * Their number.
   *
   * @param all number of all real rows
   */
  public long count(long all) {
    return rows.isEmpty() ? all : rows.get().cardinality();
  }

  /** Which rows they are, where conditions were asked for. */
  public Optional<String> sentence() {
    return sentence;
  }
}
