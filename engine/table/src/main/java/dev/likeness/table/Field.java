package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a column is, apart from its values.
 *
 * @param name as in the header; unique within a schema
 * @param type how values are held
 * @param measure what statements about them make sense
 * @param role what they mean for privacy
 * @param format how they stand in the file
 */
public record Field(String name, StorageType type, Measure measure, Role role, ValueFormat format) {

  /** Validates that the format suits the type. */
  public Field {
    boolean suits =
        switch (type) {
          case NUMERIC -> format instanceof NumberFormat;
          case TEMPORAL -> format instanceof TemporalFormat;
          case CATEGORICAL, TEXT -> format instanceof TextFormat;
        };
    if (!suits) {
      throw new IllegalArgumentException(
          "format = " + format.getClass().getSimpleName() + ", expected one for " + type);
    }
  }

  /** Whether a model may look at this column: direct identifiers and free text are left out. */
  @JsonIgnore
  public boolean isModelled() {
    return role != Role.DIRECT_IDENTIFIER && type != StorageType.TEXT;
  }

  /** A number with at most {@code decimals} places. */
  public static Field numeric(String name, int decimals) {
    return new Field(
        name,
        StorageType.NUMERIC,
        decimals == 0 ? Measure.DISCRETE : Measure.CONTINUOUS,
        Role.HARMLESS,
        NumberFormat.plain(decimals));
  }

  /** A name without an order. */
  public static Field nominal(String name) {
    return new Field(
        name, StorageType.CATEGORICAL, Measure.NOMINAL, Role.HARMLESS, TextFormat.PLAIN);
  }
}
