package dev.likeness.table.relation;

/**
 * What a relation rests on.
 *
 * @param rows that have what it takes to break it
 * @param exceptions those among them that do
 */
public record Support(long rows, long exceptions) {

  /** Nothing was looked at. */
  public static final Support NONE = new Support(0, 0);

  /** Validates the counts. */
  public Support {
    if (rows < 0 || exceptions < 0 || exceptions > rows) {
      throw new IllegalArgumentException(
          "exceptions = " + exceptions + " of " + rows + ", expected 0 to all");
    }
  }

  /** Share of rows in which the relation holds; 1 where there is none. */
  public double share() {
    return rows == 0 ? 1 : 1 - (double) exceptions / rows;
  }
}
