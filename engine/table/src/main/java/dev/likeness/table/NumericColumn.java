package dev.likeness.table;

/**
 * Numbers.
 *
 * @param values finite, or NaN where missing
 */
public record NumericColumn(double[] values) implements Column {

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }

  @Override
  public NumericColumn select(int[] rows) {
    double[] selected = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = values[rows[i]];
    }
    return new NumericColumn(selected);
  }

  @Override
  public StorageType type() {
    return StorageType.NUMERIC;
  }
}
