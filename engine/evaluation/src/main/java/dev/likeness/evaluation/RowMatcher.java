package dev.likeness.evaluation;

import dev.likeness.evaluation.metric.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Finds rows that equal a row of another table in every modelled column.
 *
 * <p>Rows are compared by 64-bit hashes, so no value is kept: among a million rows against a
 * million a false match has a chance of about 5·10⁻⁸. Equal means the same number, moment or
 * category; missing equals missing.
 *
 * <p><b>Cost:</b> one pass over each column and a sort. <b>Thread-safe:</b> yes.
 */
final class RowMatcher {

  private final long[] known;

  private RowMatcher(long[] known) {
    this.known = known;
  }

  /** A matcher that knows these rows. */
  static RowMatcher of(long[] hashes) {
    long[] known = hashes.clone();
    Arrays.sort(known);
    return new RowMatcher(known);
  }

  /** The hash of every row of one of the tables. */
  static long[] hashes(
      List<ComparedColumn> columns, int rows, Function<ComparedColumn, Sample> of) {
    long[] hashes = new long[rows];
    columns.forEach(column -> of.apply(column).mixInto(hashes));
    return hashes;
  }

  /** How many of these rows are among the known ones. */
  long count(long[] hashes) {
    return Arrays.stream(hashes).filter(hash -> Arrays.binarySearch(known, hash) >= 0).count();
  }
}
