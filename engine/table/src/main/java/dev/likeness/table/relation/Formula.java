package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a column is computed from others. Moments count in days. */
public enum Formula {
  /** One number times another. */
  @JsonProperty("product")
  PRODUCT,
  /** Days from the first moment to the second. */
  @JsonProperty("days_between")
  DAYS_BETWEEN,
  /** A number times a factor, plus an offset: another unit of the same thing. */
  @JsonProperty("affine")
  AFFINE,
  /** The year of a date. */
  @JsonProperty("year")
  YEAR,
  /** The month of a date, from 1. */
  @JsonProperty("month")
  MONTH,
  /** The day of a date within its month. */
  @JsonProperty("day")
  DAY,
  /** Full years from the first date to the second, or to a fixed day. */
  @JsonProperty("age")
  AGE
}
