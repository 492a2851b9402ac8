package dev.likeness.synthesis.model;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.RowPlan;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.condition.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes any range of the rows of a plan.
 *
 * <p>Each part of a plan numbers its rows after those of the parts before it, so that no two rows
 * of a sample share their random numbers. Within a stretch, blocks share out the rows of each part
 * by halving: both halves of a run of blocks get rows of each part in proportion to their length,
 * the larger remainders first.
 *
 * <p><b>Cost:</b> parts · log blocks for each block, beside the rows. <b>Randomness:</b> the stream
 * {@code mix} orders the rows of a block. <b>Thread-safe:</b> immutable.
 */
final class PlannedRows {

  private final RowPlan plan;
  private final List<Restriction> restrictions;
  private final List<RowGenerator> generators;

  /**
   * Rows and what was asked of them.
   *
   * @param columns that are modelled
   * @param restrictions of the rows
   */
  record Made(List<Column> columns, List<Restriction> restrictions) {}

  /**
   * Prepares a generator for each restriction of a plan.
   *
   * @param given the generator under a restriction
   */
  PlannedRows(RowPlan plan, Function<Restriction, RowGenerator> given, RunContext run) {
    this.plan = plan;
    this.restrictions =
        plan.stretches().stream()
            .flatMap(stretch -> stretch.parts().stream())
            .map(RowPlan.Part::restriction)
            .distinct()
            .toList();
    this.generators = new ArrayList<>();
    for (Restriction restriction : restrictions) {
      run.cancellation().check();
      generators.add(given.apply(restriction));
    }
  }

  /** Rows [from, from + rows). */
  Made generate(long from, int rows, CounterRandom random) {
    List<List<Column>> pieces = new ArrayList<>();
    long begin = 0;
    for (RowPlan.Stretch stretch : plan.stretches()) {
      long end = begin + stretch.rows();
      long first = Math.max(from, begin);
      long last = Math.min(from + rows, end);
      if (first < last) {
        addStretch(stretch, begin, first, last, random, pieces);
      }
      begin = end;
    }
    List<Column> joined = Pieces.joined(pieces);
    int modelled = joined.size() - 1;
    return new Made(
        joined.subList(0, modelled),
        Arrays.stream(((CategoricalColumn) joined.get(modelled)).codes())
            .mapToObj(restrictions::get)
            .toList());
  }

  private void addStretch(
      RowPlan.Stretch stretch,
      long begin,
      long first,
      long last,
      CounterRandom random,
      List<List<Column>> pieces) {
    if (stretch.parts().size() == 1) {
      pieces.add(make(stretch.parts().get(0), first, (int) (last - first), random));
      return;
    }
    for (long at = first; at < last; ) {
      long block = (at - begin) / RowPlan.BLOCK;
      long blockBegin = begin + block * RowPlan.BLOCK;
      long to = Math.min(last, blockBegin + RowPlan.BLOCK);
      int[] wanted = IntStream.range((int) (at - blockBegin), (int) (to - blockBegin)).toArray();
      pieces.add(
          mixed(stretch, begin, block, random).stream()
              .map(column -> column.select(wanted))
              .toList());
      at = to;
    }
  }

  /** The modelled columns of rows of a part, and a last one with the number of its restriction. */
  private List<Column> make(RowPlan.Part part, long from, int rows, CounterRandom random) {
    int number = restrictions.indexOf(part.restriction());
    int[] numbers = new int[rows];
    Arrays.fill(numbers, number);
    List<Column> columns = new ArrayList<>(generators.get(number).generate(from, rows, random));
    columns.add(new CategoricalColumn(numbers, List.of()));
    return columns;
  }

  /** A whole block of a stretch of several parts. */
  private List<Column> mixed(
      RowPlan.Stretch stretch, long begin, long block, CounterRandom random) {
    Share share = Share.of(stretch, block);
    List<List<Column>> pieces = new ArrayList<>();
    long partBegin = begin;
    for (int i = 0; i < share.rows().length; i++) {
      RowPlan.Part part = stretch.parts().get(i);
      if (share.rows()[i] > 0) {
        pieces.add(make(part, partBegin + share.before()[i], (int) share.rows()[i], random));
      }
      partBegin += part.rows();
    }
    List<Column> joined = Pieces.joined(pieces);
    int[] order = order(joined.get(0).size(), begin + block * RowPlan.BLOCK, random.derive("mix"));
    return joined.stream().map(column -> column.select(order)).toList();
  }

  private static int[] order(int rows, long from, CounterRandom random) {
    return IntStream.range(0, rows)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(row -> random.bits(from + row, 0))
                .thenComparing(row -> row))
        .mapToInt(row -> row)
        .toArray();
  }

  /**
   * The rows of each part in one block.
   *
   * @param before rows of each part in earlier blocks
   * @param rows of each part in this block
   */
  private record Share(long[] before, long[] rows) {

    static Share of(RowPlan.Stretch stretch, long block) {
      long[] rows = stretch.parts().stream().mapToLong(RowPlan.Part::rows).toArray();
      long[] before = new long[rows.length];
      long all = stretch.rows();
      long low = 0;
      long high = (all + RowPlan.BLOCK - 1) / RowPlan.BLOCK;
      while (high - low > 1) {
        long middle = (low + high) >>> 1;
        long total = Math.min(all, high * RowPlan.BLOCK) - low * RowPlan.BLOCK;
        long[] left = apportioned(rows, (middle - low) * RowPlan.BLOCK, total);
        if (block < middle) {
          rows = left;
          high = middle;
        } else {
          for (int i = 0; i < rows.length; i++) {
            before[i] += left[i];
            rows[i] -= left[i];
          }
          low = middle;
        }
      }
      return new Share(before, rows);
    }

    /**
     * {@code wanted} of {@code total} rows, of each part in proportion and never more than it has.
     */
    private static long[] apportioned(long[] rows, long wanted, long total) {
      long[] shares = new long[rows.length];
      double[] remainders = new double[rows.length];
      long open = wanted;
      for (int i = 0; i < rows.length; i++) {
        double exact = (double) rows[i] * ((double) wanted / total);
        shares[i] = Math.min(rows[i], (long) exact);
        remainders[i] = exact - shares[i];
        open -= shares[i];
      }
      int[] largestFirst =
          IntStream.range(0, rows.length)
              .boxed()
              .sorted(Comparator.<Integer>comparingDouble(i -> -remainders[i]))
              .mapToInt(i -> i)
              .toArray();
      while (open != 0) {
        for (int i : largestFirst) {
          if (open > 0 && shares[i] < rows[i]) {
            shares[i]++;
            open--;
          } else if (open < 0 && shares[i] > 0) {
            shares[i]--;
            open++;
          }
        }
      }
      return shares;
    }
  }
}
