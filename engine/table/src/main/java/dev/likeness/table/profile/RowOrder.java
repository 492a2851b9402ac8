package dev.likeness.table.profile;

import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.profile.SeriesFinder.Stretch;
import dev.likeness.table.sql.Duck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads stretches of a column in the order of the rows, to see what that order does. */
final class RowOrder {

  private static final int FIRST = 4096;
  private static final int OTHER = 2048;
  private static final int LONGEST = 64;
  private static final int MOST_DIGITS = 15;

  private RowOrder() {}

  /** The first rows of some columns, column by column; empty texts for empty cells. */
  static List<List<String>> starts(Duck duck, Path file, int from, int to) {
    return cells(duck, file, from, to, ") LIMIT " + FIRST);
  }

  /**
   * What the order of the rows has to do with a column.
   *
   * @param start its first rows
   */
  static Optional<Series> of(
      Duck duck, Path file, long rows, int column, List<String> start, Field field, Kind kind) {
    boolean silent = kind == Kind.TEXT || kind == Kind.CONSTANT || kind == Kind.EMPTY || rows < 10;
    Optional<Series> first = silent ? Optional.empty() : series(List.of(start), field, kind);
    return first.isEmpty() || rows <= FIRST
        ? first
        : series(stretches(duck, file, rows, column, start), field, kind)
            .filter(all -> all.pattern() == first.get().pattern())
            .filter(all -> all.period().equals(first.get().period()));
  }

  /** Rows at the begin, in the middle and at the end. */
  private static List<List<String>> stretches(
      Duck duck, Path file, long rows, int column, List<String> start) {
    List<List<String>> stretches = new ArrayList<>();
    stretches.add(start);
    long last = Math.max(FIRST, rows - OTHER);
    if (last > FIRST + OTHER) {
      long middle = FIRST + (last - OTHER - FIRST) / 2;
      stretches.add(stretch(duck, file, column, middle, middle + OTHER));
    }
    stretches.add(stretch(duck, file, column, last, rows));
    return stretches;
  }

  private static List<String> stretch(Duck duck, Path file, int column, long from, long to) {
    String which =
        ", file_row_number=true) WHERE file_row_number >= " + from + " AND file_row_number < " + to;
    return cells(duck, file, column, column + 1, which).getFirst();
  }

  private static List<List<String>> cells(Duck duck, Path file, int from, int to, String which) {
    String columns =
        IntStream.range(from, to)
            .mapToObj(i -> "encode(coalesce(left(c" + i + ", " + LONGEST + "), ''))")
            .collect(Collectors.joining(", "));
    List<List<String>> cells = new ArrayList<>();
    IntStream.range(from, to).forEach(i -> cells.add(new ArrayList<>()));
    return duck.query(
        "SELECT " + columns + " FROM read_parquet(" + Duck.literal(file) + which,
        rows -> {
          while (rows.next()) {
            for (int i = 0; i < cells.size(); i++) {
              cells.get(i).add(new String(rows.getBytes(i + 1), StandardCharsets.UTF_8));
            }
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
