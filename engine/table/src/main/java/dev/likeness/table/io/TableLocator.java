package dev.likeness.table.io;

import dev.likeness.table.format.ValueShapes;
import java.util.List;

/**
 * Finds where in the first records of a file its table begins: lines above it are no part of it,
 * and the first record is a header unless it looks like the rows below it.
 */
final class TableLocator {

  private static final int MOST_SKIPPED = 100;
  private static final int MOST_SPARSE = 30;
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;
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
    return skipped == MOST_SKIPPED ? 0 : belowSparse(records, skipped, width);
  }

  /**
   * Behind records of which half of the cells are empty, where a row of names in all cells follows:
   * a statement's account and period, filled up with delimiters.
   */
  private static int belowSparse(List<List<String>> records, int from, int width) {
    int at = from;
    while (width > 2
        && at < Math.min(records.size() - 1, from + MOST_SPARSE)
        && filled(records.get(at)) * 2 <= width) {
      at++;
    }
    boolean found = at > from && at < records.size() - 1 && names(records.get(at), width);
    return found ? at : from;
  }

  private static long filled(List<String> record) {
    return record.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static boolean names(List<String> record, int width) {
    return record.size() == width
        && filled(record) == width
        && record.stream().noneMatch(cell -> ValueShapes.typed(cell.strip()))
        && record.stream().distinct().count() == width;
  }

  /** Whether the header lacks a name for the first column, which names the rows, as R writes it. */
  static boolean rowNames(List<List<String>> records, int skipped, int width) {
    if (width < 3 || records.size() < skipped + 3 || records.get(skipped).size() != width - 1) {
      return false;
    }
    List<List<String>> body = records.subList(skipped + 1, records.size());
    long whole =
        body.stream().filter(row -> row.size() == width && !row.getLast().isBlank()).count();
    long names = body.stream().map(List::getFirst).distinct().count();
    return whole >= MOSTLY * body.size() && names == body.size();
  }

  /** Whether a record stands above the table: far too short, or one cell in an empty row. */
  private static boolean outside(List<String> record, int width) {
    return record.size() * 2 <= width || (width > 2 && filled(record) < 2);
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
      if (cell.isEmpty() || ValueShapes.missing(cell)) {
        continue;
      }
      filled++;
      if (ValueShapes.typed(cell)) {
        values++;
      } else if (typedShare(body, column) >= MOSTLY) {
        names++;
      }
    }
    if (names > 0 && names >= values || years(first, body)) {
      return true;
    }
    return values == 0 && (body.isEmpty() || !repeats(first, body, filled));
  }

  /** Whether all numbers of a record are years in a row, above columns that hold other numbers. */
  private static boolean years(List<String> first, List<List<String>> body) {
    int before = 0;
    int found = 0;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column).strip();
      if (ValueShapes.typed(cell)) {
        int year = year(cell);
        if (year == 0 || before != 0 && Math.abs(year - before) != 1 || years(body, column)) {
          return false;
        }
        before = year;
        found++;
      }
    }
    return found > 1;
  }

  private static boolean years(List<List<String>> body, int column) {
    return body.stream().anyMatch(row -> column < row.size() && year(row.get(column).strip()) != 0);
  }

  /** The year that a cell is; 0 if it is none. */
  private static int year(String cell) {
    if (cell.length() != 4 || !cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int year = Integer.parseInt(cell);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
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
