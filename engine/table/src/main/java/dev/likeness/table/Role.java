package dev.likeness.table;

/** What a column means for the privacy of the people in the table. */
public enum Role {
  /** Names a person or a record by itself; never modelled. */
  DIRECT_IDENTIFIER,
  /** Singles people out together with others. */
  QUASI_IDENTIFIER,
  /** What people would not want known. */
  SENSITIVE,
  /** None of these. */
  HARMLESS
}
