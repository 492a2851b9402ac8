package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the values of a column are held in memory; apart from what they mean ({@link Measure}). */
public enum StorageType {
  /** {@code double} values, {@link NumericColumn}. */
  @JsonProperty("numeric")
  NUMERIC,
  /** Codes into a dictionary, {@link CategoricalColumn}. */
  @JsonProperty("categorical")
  CATEGORICAL,
  /** Whole units since the epoch, {@link TemporalColumn}. */
  @JsonProperty("temporal")
  TEMPORAL,
  /** Text that hardly repeats, {@link TextColumn}; never modelled. */
  @JsonProperty("text")
  TEXT
}
