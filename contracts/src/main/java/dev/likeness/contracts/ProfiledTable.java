package dev.likeness.contracts;

/**
 * A table of a profiled dataset.
 *
 * @param index position in the dataset, from 0
 * @param profile JSON: schema and statistics
 */
public record ProfiledTable(int index, ObjectRef profile) {

  /** Checks what must be there. */
  public ProfiledTable {
    Require.atLeast(index, 0, "index");
    Require.present(profile, "profile");
  }
}
