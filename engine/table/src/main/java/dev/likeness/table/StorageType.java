package dev.likeness.table;

/** How the values of a column are held in memory; apart from what they mean ({@link Measure}). */
public enum StorageType {
  /** {@code double} values, {@link NumericColumn}. */
  NUMERIC,
  /** Codes into a dictionary, {@link CategoricalColumn}. */
  CATEGORICAL,
  /** Whole units since the epoch, {@link TemporalColumn}. */
  TEMPORAL,
  /** Text that hardly repeats, {@link TextColumn}; never modelled. */
  TEXT
}
