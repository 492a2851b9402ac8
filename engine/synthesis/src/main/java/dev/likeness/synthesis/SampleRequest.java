package dev.likeness.synthesis;

/**
 * Which rows to make.
 *
 * @param from first row, from 0
 * @param to one past the last row
 * @param seed of the sampled rows
 */
public record SampleRequest(long from, long to, long seed) {

  /** Validates the range. */
  public SampleRequest {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "rows = [" + from + ", " + to + "), expected 0 <= from <= to");
    }
  }

  /** The first {@code rows} rows. */
  public static SampleRequest rows(long rows, long seed) {
    return new SampleRequest(0, rows, seed);
  }
}
