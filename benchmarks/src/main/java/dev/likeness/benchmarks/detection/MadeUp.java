package dev.likeness.benchmarks.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * A table that nobody has seen, labelled by the rules of the real ones. Every cell comes from a
 * seeded generator.
 */
final class MadeUp {

  private static final int ROWS = 200;

  private final String name;
  private final boolean tunedOn;
  private final List<Column> columns = new ArrayList<>();
  private boolean header = true;
  final Random random;
  final Faker faker;

  /** Makes the cell of a row. */
  @FunctionalInterface
  interface Cells {
    Object at(int row);
  }

  private record Column(String header, Label label, Cells cells) {}

  private MadeUp(String name, boolean tunedOn, Locale locale) {
    this.name = name;
    this.tunedOn = tunedOn;
    this.random = new Random(name.hashCode());
    this.faker = new Faker(locale, random);
  }

  /** A table whose misses were looked at while the rules were written. */
  static MadeUp tuned(String name, Locale locale) {
    return new MadeUp(name, true, locale);
  }

  /** A table that is only scored. */
  static MadeUp heldOut(String name, Locale locale) {
    return new MadeUp(name, false, locale);
  }

  /** Leaves the names of the columns out of the file. */
  MadeUp withoutHeader() {
    header = false;
    return this;
  }

  /** Adds a column; the label is {@code role/type}, alternatives after a bar. */
  MadeUp column(String header, String label, Cells cells) {
    columns.add(new Column(header, Label.parse(label), cells));
    return this;
  }

  /** Adds a column that is nobody's. */
  MadeUp none(String header, Cells cells) {
    return column(header, "none/none", cells);
  }

  /** One of these at random. */
  Cells any(String... values) {
    return row -> values[random.nextInt(values.length)];
  }

  /** A whole number between two bounds. */
  Cells whole(int least, int most) {
    return row -> least + random.nextInt(most - least + 1);
  }

  /** A number with two places around a mean. */
  Cells around(double mean, double sd) {
    return row -> String.format(Locale.ROOT, "%.2f", mean + sd * random.nextGaussian());
  }

  /** A day between two years. */
  Cells day(int fromYear, int toYear, String pattern) {
    return row ->
        java.time.LocalDate.of(fromYear, 1, 1)
            .plusDays(random.nextInt(365 * (toYear - fromYear)))
            .format(java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }

  /** The rows counted. */
  Cells counter(int first) {
    return row -> first + row;
  }

  String name() {
    return name;
  }

  boolean tunedOn() {
    return tunedOn;
  }

  List<Label> labels() {
    return columns.stream().map(Column::label).toList();
  }

  /** The table as CSV. */
  String csv() {
    StringBuilder out = new StringBuilder();
    if (header) {
      out.append(line(columns.stream().map(Column::header).toList()));
    }
    for (int row = 0; row < ROWS; row++) {
      int at = row;
      out.append(
          line(columns.stream().map(column -> String.valueOf(column.cells().at(at))).toList()));
    }
    return out.toString();
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(MadeUp::quoted).toList()) + "\n";
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
