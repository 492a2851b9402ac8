package dev.likeness.evaluation.metric;

/**
 * One column of one table, made comparable with the same column of the real table: numbers on one
 * scale, categories as codes of one dictionary.
 *
 * <p><b>Thread-safe:</b> nobody writes into a sample once it is made.
 */
public sealed interface Sample permits NumberSample, CategorySample {

  /** Number of rows, missing values included. */
  int rows();

  /** Number of missing values. */
  int missing();

  /**
   * A code from 0 for every row: the category, or the bin of the number; missing values have a code
   * of their own. A new array where the sample holds its codes in another form.
   */
  int[] codes();

  /** Codes lie below it. */
  int width();

  /**
   * The same column with numbers binned as SDMetrics' report bins them: by the extremes of this
   * table itself, the largest number sharing a bin with the missing values.
   */
  Sample binnedAlone();

  /** Mixes the value of every row into its hash; equal values mix equally. */
  void mixInto(long[] hashes);

  /** Share of missing values; 0 in an empty table. */
  default double missingShare() {
    return rows() == 0 ? 0 : (double) missing() / rows();
  }

  /** One round of mixing: Stafford's variant 13 of the finaliser of MurmurHash3. */
  static long mix(long hash, long value) {
    long z = hash * 0x9E3779B97F4A7C15L + value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
