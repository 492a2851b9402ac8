package dev.likeness.synthesis;

/**
 * Which rows to make.
 *
 * @param from first row, from 0
 * @param to one past the last row
 * @param seed of the sampled rows
 * @param plan what the rows shall be like; it counts rows from 0, not from {@code from}
 */
public record SampleRequest(long from, long to, long seed, RowPlan plan) {

  /** Validates the range. */
  public SampleRequest {
    if (from < 0 || to < from || to > plan.rows()) {
      throw new IllegalArgumentException(
          "rows = [" + from + ", " + to + "), expected 0 <= from <= to <= " + plan.rows());
    }
  }

  /** Rows without any condition. */
  public SampleRequest(long from, long to, long seed) {
    this(from, to, seed, RowPlan.free());
  }

  /** The first {@code rows} rows. */
  public static SampleRequest rows(long rows, long seed) {
    return new SampleRequest(0, rows, seed);
  }

  /** The same rows after another plan. */
  public SampleRequest with(RowPlan other) {
    return new SampleRequest(from, to, seed, other);
  }
}
