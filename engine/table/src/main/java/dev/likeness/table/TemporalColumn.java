package dev.likeness.table;

/**
 * Dates and times as whole units since 1970-01-01T00:00 UTC; the unit stands in the field's {@link
 * TemporalFormat}.
 *
 * @param values units since the epoch, or {@link #MISSING}
 */
public record TemporalColumn(long[] values) implements Column {

  /** Stands for a missing value. */
  public static final long MISSING = Long.MIN_VALUE;

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return values[row] == MISSING;
  }

  @Override
  public TemporalColumn select(int[] rows) {
    long[] selected = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = values[rows[i]];
    }
    return new TemporalColumn(selected);
  }

  @Override
  public StorageType type() {
    return StorageType.TEMPORAL;
  }
}
