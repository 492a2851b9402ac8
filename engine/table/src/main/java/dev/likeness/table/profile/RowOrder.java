package dev.likeness.table.profile;

import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.profile.SeriesFinder.Stretch;
import dev.likeness.table.sql.Duck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Reads stretches of a column in the order of the rows, to see what that order does. */
final class RowOrder {

  private static final int FIRST = 4096;
  private static final int OTHER = 2048;
  private static final int LONGEST = 64;
  private static final int MOST_DIGITS = 15;

  private RowOrder() {}

  /** What the order of the rows has to do with a column. */
  static Optional<Series> of(Duck duck, Path file, long rows, int column, Field field, Kind kind) {
    boolean silent = kind == Kind.TEXT || kind == Kind.CONSTANT || kind == Kind.EMPTY || rows < 10;
    return silent ? Optional.empty() : found(duck, file, rows, column, field, kind);
  }

  private static Optional<Series> found(
      Duck duck, Path file, long rows, int column, Field field, Kind kind) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(cells(duck, file, column, 0, Math.min(rows, FIRST)));
    Optional<Series> first = series(cells, field, kind);
    if (first.isEmpty() || rows <= FIRST) {
      return first;
    }
    long last = Math.max(FIRST, rows - OTHER);
    if (last > FIRST + OTHER) {
      long middle = FIRST + (last - OTHER - FIRST) / 2;
      cells.add(cells(duck, file, column, middle, middle + OTHER));
    }
    cells.add(cells(duck, file, column, last, rows));
    return series(cells, field, kind)
        .filter(all -> all.pattern() == first.get().pattern())
        .filter(all -> all.period().equals(first.get().period()));
  }

  /** Cells of neighbouring rows; empty texts for empty cells. */
  private static List<String> cells(Duck duck, Path file, int column, long from, long to) {
    boolean begin = from == 0;
    String sql =
        "SELECT coalesce(left(c"
            + column
            + ", "
            + LONGEST
            + "), '') FROM read_parquet("
            + Duck.literal(file)
            + (begin ? ") LIMIT " + to : ", file_row_number=true)")
            + (begin ? "" : " WHERE file_row_number >= " + from + " AND file_row_number < " + to);
    return duck.query(
        sql,
        result -> {
          List<String> cells = new ArrayList<>();
          while (result.next()) {
            cells.add(result.getString(1));
          }
          return cells;
        });
  }

  private static Optional<Series> series(List<List<String>> cells, Field field, Kind kind) {
    return switch (field.type()) {
      case NUMERIC -> {
        NumberFormat format = (NumberFormat) field.format();
        NumberText text = NumberText.of(format);
        boolean whole = format.decimals() == 0;
        yield SeriesFinder.find(stretches(cells, text::parse), whole, true, true);
      }
      case TEMPORAL -> {
        TemporalFormat format = (TemporalFormat) field.format();
        TemporalText text = TemporalText.of(format);
        double unit = format.unit().getDuration().toNanos() / 1e9;
        yield SeriesFinder.find(
            stretches(cells, cell -> seconds(text.parse(cell), unit)), false, false, true);
      }
      case CATEGORICAL -> {
        Map<String, Integer> codes = new HashMap<>();
        yield SeriesFinder.find(
            stretches(cells, cell -> codes.computeIfAbsent(cell, any -> codes.size())),
            false,
            false,
            false);
      }
      case TEXT ->
          kind == Kind.IDENTIFIER
              ? counter(cells.getFirst())
                  .flatMap(
                      prefix ->
                          SeriesFinder.find(
                              stretches(cells, cell -> number(cell, prefix)), true, false, true))
              : Optional.empty();
    };
  }

  private static List<Stretch> stretches(List<List<String>> cells, ToDoubleFunction<String> value) {
    return cells.stream()
        .map(part -> new Stretch(part.stream().mapToDouble(value).toArray()))
        .toList();
  }

  private static double seconds(long moment, double unit) {
    return moment == TemporalColumn.MISSING ? Double.NaN : moment * unit;
  }

  /** The text before the number of identifiers, if there is one and it is always the same. */
  private static Optional<String> counter(List<String> cells) {
    String first = cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    int digits = first.length();
    while (digits > 0 && Character.isDigit(first.charAt(digits - 1))) {
      digits--;
    }
    String prefix = first.substring(0, digits).replaceAll("\\d+$", "");
    return digits < first.length()
            && cells.stream().filter(cell -> !Double.isNaN(number(cell, prefix))).count()
                >= 0.99 * cells.size()
        ? Optional.of(prefix)
        : Optional.empty();
  }

  private static double number(String cell, String prefix) {
    String digits = cell.startsWith(prefix) ? cell.substring(prefix.length()).strip() : "";
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Double.parseDouble(digits) : Double.NaN;
  }
}
