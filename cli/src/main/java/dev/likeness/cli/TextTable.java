package dev.likeness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A table for a terminal that never wraps. Columns in which nothing stands are not shown.
 *
 * <p>Where it is too wide, the names are cut to {@value #FAIR_NAME} cells, then columns are left
 * out from the least to the most valuable one, then the names are cut further. The last column
 * takes what is left of the line.
 */
final class TextTable {

  private static final int LONGEST_NAME = 32;
  private static final int FAIR_NAME = 16;
  private static final int SHORTEST_NAME = 4;
  private static final int SHORTEST_LAST = 20;
  private static final String GAP = "  ";

  /**
   * A column.
   *
   * @param heading over it
   * @param number whether it is aligned to the right
   * @param value the columns with the lowest are left out first; {@value #NEEDED} never
   */
  record Heading(String heading, boolean number, int value) {}

  /** The value of a column that is never left out. */
  static final int NEEDED = 9;

  private final List<Heading> headings;
  private final int name;
  private final List<List<String>> rows;
  private final int width;
  private final int[] widths;
  private final List<Integer> shown = new ArrayList<>();

  /**
   * A table.
   *
   * @param name index of the column whose cells may be cut
   * @param rows cells without anything that moves a cursor
   * @param width of the terminal
   */
  TextTable(List<Heading> headings, int name, List<List<String>> rows, int width) {
    this.headings = headings;
    this.name = name;
    this.rows = rows;
    this.width = width;
    this.widths =
        IntStream.range(0, headings.size())
            .map(i -> Math.max(TerminalText.width(headings.get(i).heading()), widest(i)))
            .toArray();
    fit();
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> TerminalText.width(row.get(column))).max().orElse(0);
  }

  private int last() {
    return headings.size() - 1;
  }

  private void fit() {
    IntStream.range(0, last())
        .filter(column -> !isBlank(column) || headings.get(column).value() == NEEDED)
        .forEach(shown::add);
    widths[name] = Math.min(widths[name], LONGEST_NAME);
    shrinkName(FAIR_NAME);
    for (int value = 0; value < NEEDED && taken() > width; value++) {
      int least = value;
      shown.removeIf(column -> headings.get(column).value() == least);
    }
    shrinkName(SHORTEST_NAME);
    int left = width - taken() - GAP.length();
    if (left >= SHORTEST_LAST) {
      widths[last()] = left;
      shown.add(last());
    }
  }

  /** Whether nothing stands in a column, so that it need not be shown. */
  private boolean isBlank(int column) {
    return rows.stream().allMatch(row -> row.get(column).isEmpty());
  }

  private void shrinkName(int least) {
    int over = Math.max(0, taken() - width);
    widths[name] = Math.min(widths[name], Math.max(least, widths[name] - over));
  }

  private int taken() {
    return shown.stream().mapToInt(column -> widths[column]).sum()
        + GAP.length() * Math.max(0, shown.size() - 1);
  }

  /** Headings of columns that hold something and did not fit. */
  List<String> leftOut() {
    return IntStream.range(0, headings.size())
        .filter(column -> !shown.contains(column) && !isBlank(column))
        .mapToObj(column -> headings.get(column).heading())
        .toList();
  }

  /**
   * Writes it.
   *
   * @param below called after each row with its number
   */
  void write(StringBuilder out, Consumer<Integer> below) {
    out.append(line(headings.stream().map(Heading::heading).toList()));
    for (int i = 0; i < rows.size(); i++) {
      out.append(line(rows.get(i)));
      below.accept(i);
    }
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column : shown) {
      String cell = TerminalText.cut(cells.get(column), widths[column]);
      line.append(line.isEmpty() ? "" : GAP)
          .append(TerminalText.padded(cell, widths[column], headings.get(column).number()));
    }
    String text = line.toString().stripTrailing();
    return TerminalText.cut(text, width) + "\n";
  }
}
