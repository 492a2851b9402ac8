package dev.likeness.table;

/** Level of measurement: which statements about the values of a column make sense. */
public enum Measure {
  /** Numbers between which others may lie: lengths, money, moments. */
  CONTINUOUS,
  /** Numbers that count: children, years of education. */
  DISCRETE,
  /** Names without an order. */
  NOMINAL,
  /** Names with an order, which is the order of the dictionary. */
  ORDINAL
}
