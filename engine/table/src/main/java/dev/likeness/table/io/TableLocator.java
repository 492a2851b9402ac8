package dev.likeness.table.io;

import dev.likeness.table.format.ValueShapes;
import java.util.List;

/**
 * Finds where in the first records of a file its table begins: lines above it are no part of it,
 * and the first record is a header unless it looks like the rows below it.
 */
final class TableLocator {

  private static final int MOST_SKIPPED = 100;
  private static final double MOSTLY = 0.6;

  private TableLocator() {}

  /** The number of fields that most records have. */
  static int usualWidth(List<List<String>> records) {
    int widest = records.stream().mapToInt(List::size).max().orElse(0);
    int[] counts = new int[widest + 1];
    for (List<String> record : records) {
      counts[record.size()]++;
    }
    int best = 0;
    for (int width = 1; width <= widest; width++) {
      if (counts[width] > 0 && counts[width] >= counts[best]) {
        best = width;
      }
    }
    return best;
  }

  /** How many records stand above the table. */
  static int skipped(List<List<String>> records, int width) {
    int skipped = 0;
    while (width > 1
        && skipped < Math.min(records.size() - 1, MOST_SKIPPED)
        && outside(records.get(skipped), width)) {
      skipped++;
    }
    return skipped == MOST_SKIPPED ? 0 : skipped;
  }

  /** Whether a record stands above the table: far too short, or one cell in an empty row. */
  private static boolean outside(List<String> record, int width) {
    long filled = record.stream().filter(cell -> !cell.isBlank()).count();
    return record.size() * 2 <= width || (width > 2 && filled < 2);
  }

  /** Whether the record behind the skipped ones names the columns. */
  static boolean header(List<List<String>> records, int skipped) {
    if (records.size() <= skipped) {
      return true;
    }
    List<String> first = records.get(skipped);
    List<List<String>> body = records.subList(skipped + 1, records.size());
    int values = 0;
    int names = 0;
    int filled = 0;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column).strip();
      if (cell.isEmpty()) {
        continue;
      }
      filled++;
      if (ValueShapes.typed(cell)) {
        values++;
      } else if (typedShare(body, column) >= MOSTLY) {
        names++;
      }
    }
    if (names > 0 && names >= values) {
      return true;
    }
    return values == 0 && (body.isEmpty() || !repeats(first, body, filled));
  }

  /** Share of the filled cells of a column that are numbers or dates. */
  private static double typedShare(List<List<String>> body, int column) {
    int filled = 0;
    int typed = 0;
    for (List<String> record : body) {
      if (column < record.size() && !ValueShapes.missing(record.get(column))) {
        filled++;
        typed += ValueShapes.typed(record.get(column).strip()) ? 1 : 0;
      }
    }
    return filled == 0 ? 0 : (double) typed / filled;
  }

  /** Whether most cells of the first record come again below in their columns. */
  private static boolean repeats(List<String> first, List<List<String>> body, int filled) {
    int again = 0;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column);
      int at = column;
      if (!cell.isBlank()
          && body.stream().anyMatch(row -> at < row.size() && row.get(at).equals(cell))) {
        again++;
      }
    }
    return again * 2 > filled;
  }
}
