package dev.likeness.privacy.detect;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Role;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who can be singled out by what is not secret: k-anonymity of the quasi-identifiers.
 *
 * <p>A row is <em>singled out</em> by columns when no other row has the same values in them; k is
 * the size of the smallest group of equal rows. A combination is <em>revealing</em> when it singles
 * out at least 1 % of the rows, and listed when none of its parts is. Missing values are a value of
 * their own.
 *
 * <p><b>Search:</b> the twelve quasi-identifiers with most values, up to four at a time, and all of
 * them together. Tables of more than 50,000 rows are looked at by a seeded sample, in which more
 * rows are alone than in the table. <b>Cost:</b> at most 794 sorts of the sample. <b>Thread-safe:
 * </b> immutable. Reference: Sweeney, k-anonymity: a model for protecting privacy (2002).
 *
 * @param quasiIdentifiers names of the columns that were combined
 * @param leftOut names of quasi-identifiers that were not
 * @param rowsLookedAt rows of the sample, or of the table
 * @param sampled whether that is a sample
 * @param combinations minimal revealing ones, fewest columns first, then by rows singled out
 * @param all what all of the columns do together; absent without quasi-identifiers
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Exposure(
    List<String> quasiIdentifiers,
    List<String> leftOut,
    long rowsLookedAt,
    boolean sampled,
    List<Combination> combinations,
    Optional<Combination> all) {

  private static final int MOST_ROWS = 50_000;
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_TOGETHER = 4;
  private static final int LISTED = 20;
  private static final int SMALL = 5;
  private static final double REVEALING = 0.01;

  /** Copies the lists. */
  public Exposure {
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
    leftOut = List.copyOf(leftOut);
    combinations = List.copyOf(combinations);
  }

  /**
   * What some columns do together.
   *
   * @param columns their names
   * @param singledOut rows that are alone
   * @param share of all rows looked at
   * @param inSmallGroups rows in groups of fewer than five, those that are alone included
   * @param k size of the smallest group
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Combination(
      List<String> columns, long singledOut, double share, long inSmallGroups, long k) {

    /** Copies the list. */
    public Combination {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Looks at a table.
   *
   * @param canonicalParquet its canonical copy
   * @param profile with the roles of its columns
   */
  public static Exposure of(Path canonicalParquet, TableProfile profile, RunContext run) {
    List<Integer> quasi = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      if (profile.columns().get(i).role() == Role.QUASI_IDENTIFIER) {
        quasi.add(i);
      }
    }
    List<Integer> chosen =
        quasi.stream()
            .sorted(Comparator.comparingLong(i -> -profile.columns().get(i).distinct()))
            .limit(MOST_COLUMNS)
            .sorted()
            .toList();
    quasi.removeAll(chosen);
    ColumnSamples rows =
        ColumnSamples.read(canonicalParquet, chosen, profile.rows(), MOST_ROWS, run);
    return new Search(names(profile, chosen), names(profile, quasi), rows, run).run(profile.rows());
  }

  private static List<String> names(TableProfile profile, List<Integer> columns) {
    return columns.stream().map(i -> profile.columns().get(i)).map(ColumnProfile::name).toList();
  }

  /** Goes through combinations, small ones first, and leaves out what holds a revealing one. */
  private static final class Search {

    private final List<String> names;
    private final List<String> leftOut;
    private final RunContext run;
    private final int rows;
    private final List<long[]> codes = new ArrayList<>();
    private final List<Integer> revealing = new ArrayList<>();
    private final List<Combination> found = new ArrayList<>();

    Search(List<String> names, List<String> leftOut, ColumnSamples sample, RunContext run) {
      this.names = names;
      this.leftOut = leftOut;
      this.run = run;
      this.rows = sample.rows();
      sample.cells().forEach(cells -> codes.add(codes(cells)));
    }

    private static long[] codes(List<Optional<String>> cells) {
      Map<Optional<String>, Integer> known = new HashMap<>();
      return cells.stream()
          .mapToLong(cell -> known.computeIfAbsent(cell, value -> known.size()))
          .toArray();
    }

    Exposure run(long total) {
      for (int size = 1; size <= Math.min(MOST_TOGETHER, names.size()); size++) {
        search(size, 0, 0, new long[rows]);
      }
      found.sort(
          Comparator.<Combination>comparingInt(combination -> combination.columns().size())
              .thenComparing(Comparator.comparingLong(Combination::singledOut).reversed()));
      Optional<Combination> all =
          names.isEmpty() || rows == 0
              ? Optional.empty()
              : Optional.of(together((1 << names.size()) - 1));
      return new Exposure(
          names,
          leftOut,
          rows,
          rows < total,
          found.subList(0, Math.min(LISTED, found.size())),
          all);
    }

    private void search(int size, int mask, int from, long[] groups) {
      if (size == 0) {
        judge(mask, groups);
        return;
      }
      for (int column = from; column <= names.size() - size; column++) {
        int wider = mask | 1 << column;
        if (revealing.stream().noneMatch(part -> (part & wider) == part)) {
          run.cancellation().check();
          search(size - 1, wider, column + 1, refine(groups, codes.get(column)));
        }
      }
    }

    private void judge(int mask, long[] groups) {
      Combination combination = combination(mask, groups);
      if (combination.singledOut() > 0 && combination.share() >= REVEALING) {
        revealing.add(mask);
        found.add(combination);
      }
    }

    private Combination together(int mask) {
      long[] groups = new long[rows];
      for (int column = 0; column < names.size(); column++) {
        if ((mask & 1 << column) != 0) {
          groups = refine(groups, codes.get(column));
        }
      }
      return combination(mask, groups);
    }

    /** Numbers of groups after one more column: rows are together that were, with equal codes. */
    private long[] refine(long[] groups, long[] column) {
      long[] keys = new long[rows];
      for (int row = 0; row < rows; row++) {
        keys[row] = groups[row] << 32 | column[row];
      }
      long[] sorted = keys.clone();
      Arrays.sort(sorted);
      int different = 0;
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          sorted[different++] = sorted[i];
        }
      }
      for (int row = 0; row < rows; row++) {
        keys[row] = Arrays.binarySearch(sorted, 0, different, keys[row]);
      }
      return keys;
    }

    private Combination combination(int mask, long[] groups) {
      int[] sizes = new int[rows];
      for (long group : groups) {
        sizes[(int) group]++;
      }
      long alone = 0;
      long small = 0;
      long smallest = rows;
      for (int size : sizes) {
        alone += size == 1 ? 1 : 0;
        small += size < SMALL ? size : 0;
        smallest = size > 0 ? Math.min(smallest, size) : smallest;
      }
      List<String> columns = new ArrayList<>();
      for (int column = 0; column < names.size(); column++) {
        if ((mask & 1 << column) != 0) {
          columns.add(names.get(column));
        }
      }
      return new Combination(columns, alone, (double) alone / Math.max(1, rows), small, smallest);
    }
  }
}
