package dev.likeness.table;

/** How the values of a column stood in the file, so that new values can be written the same way. */
public sealed interface ValueFormat permits NumberFormat, TemporalFormat, TextFormat {

  /** What stands in the place of a missing value; often empty. */
  String missingToken();
}
