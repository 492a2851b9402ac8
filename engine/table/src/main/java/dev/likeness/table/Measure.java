package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Level of measurement: which statements about the values of a column make sense. */
public enum Measure {
  /** Numbers between which others may lie: lengths, money, moments. */
  @JsonProperty("continuous")
  CONTINUOUS,
  /** Numbers that count: children, years of education. */
  @JsonProperty("discrete")
  DISCRETE,
  /** Names without an order. */
  @JsonProperty("nominal")
  NOMINAL,
  /** Names with an order, which is the order of the dictionary. */
  @JsonProperty("ordinal")
  ORDINAL
}
