package dev.likeness.table.io;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumberSign;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.sql.Duck;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes the cells of one column out of the result of a query.
 *
 * <p><b>Thread-safe:</b> no; one use.
 */
interface Cells {

  /** What the query is to ask for. */
  String expression();

  /** Takes the cell of one row, which stands at an index of the result. */
  void read(ResultSet result, int index, int row) throws SQLException;

  /** What was taken. */
  Column column();

  /**
   * Of a column that is not categorical.
   *
   * @param name an expression of the text of its cells
   * @param count rows there will be
   */
  static Cells of(String name, Field field, int count) {
    return switch (field.format()) {
      case NumberFormat format when plain(format) -> new Doubles(name, new double[count]);
      case NumberFormat format -> {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        yield new Numbers(name, NumberText.of(format), values);
      }
      case TemporalFormat format -> {
        long[] values = new long[count];
        Arrays.fill(values, TemporalColumn.MISSING);
        yield new Moments(name, TemporalText.of(format), values);
      }
      default -> new Texts(name, new ArrayList<>(Collections.nCopies(count, Optional.empty())));
    };
  }

  /** Of categories, whose codes the engine is told. */
  static Cells listed(String name, List<String> dictionary, int count) {
    return new Listed(name, dictionary, new int[count]);
  }

  /** Of categories, whose codes are looked up here. */
  static Cells coded(String name, List<String> dictionary, Map<String, Integer> codeOf, int count) {
    return new Coded(name, dictionary, codeOf, missing(count));
  }

  /** Of categories, whose codes are given in the order in which they come. */
  static Cells gathered(String name, int count) {
    return new Gathered(name, new LinkedHashMap<>(), missing(count));
  }

  private static int[] missing(int count) {
    int[] codes = new int[count];
    Arrays.fill(codes, CategoricalColumn.MISSING);
    return codes;
  }

  /** Whether the engine's own cast reads the format. */
  private static boolean plain(NumberFormat format) {
    return format.decimalMark() == '.'
        && format.grouping().isEmpty()
        && format.prefix().isEmpty()
        && format.suffix().isEmpty()
        && (format.sign() == NumberSign.MINUS || format.sign() == NumberSign.PLUS_OR_MINUS);
  }

  /** Several texts as an SQL list. */
  static String literals(List<String> texts) {
    return texts.stream().map(Duck::literal).collect(Collectors.joining(",", "(", ")"));
  }

  /** Numbers that the engine reads. */
  record Doubles(String name, double[] values) implements Cells {
    @Override
    public String expression() {
      return "coalesce(TRY_CAST(" + name + " AS DOUBLE), 'nan'::DOUBLE)";
    }

    @Override
    public void read(ResultSet result, int index, int row) throws SQLException {
      double value = result.getDouble(index);
      values[row] = Double.isFinite(value) ? value : Double.NaN;
    }

    @Override
    public Column column() {
      return new NumericColumn(values);
    }
  }

  /** Categories whose codes the engine knows. */
  record Listed(String name, List<String> dictionary, int[] codes) implements Cells {
    @Override
    public String expression() {
      return "coalesce(enum_code(TRY_CAST("
          + name
          + " AS ENUM"
          + literals(dictionary)
          + "))::INTEGER, -1)";
    }

    @Override
    public void read(ResultSet result, int index, int row) throws SQLException {
      codes[row] = result.getInt(index);
    }

    @Override
    public Column column() {
      return new CategoricalColumn(codes, dictionary);
    }
  }

  /**
   * Cells that are taken as text; where there is none, the row stays as it is. They come as bytes,
   * because the engine's driver takes three times as long for texts.
   */
  interface Textual extends Cells {

    /** An expression of the text. */
    String name();

    /** Takes a text. */
    void take(byte[] utf8, int row);

    @Override
    default String expression() {
      return "encode(" + name() + ")";
    }

    @Override
    default void read(ResultSet result, int index, int row) throws SQLException {
      byte[] utf8 = result.getBytes(index);
      if (utf8 != null) {
        take(utf8, row);
      }
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Numbers that are read here. */
  record Numbers(String name, NumberText format, double[] values) implements Textual {
    @Override
    public void take(byte[] utf8, int row) {
      values[row] = format.parse(text(utf8));
    }

    @Override
    public Column column() {
      return new NumericColumn(values);
    }
  }

  /** Dates and times. */
  record Moments(String name, TemporalText format, long[] values) implements Textual {
    @Override
    public void take(byte[] utf8, int row) {
      values[row] = format.parse(utf8);
    }

    @Override
    public Column column() {
      return new TemporalColumn(values);
    }
  }

  /** Categories of a dictionary. */
  record Coded(String name, List<String> dictionary, Map<String, Integer> codeOf, int[] codes)
      implements Textual {
    @Override
    public void take(byte[] utf8, int row) {
      codes[row] = codeOf.getOrDefault(text(utf8), CategoricalColumn.MISSING);
    }

    @Override
    public Column column() {
      return new CategoricalColumn(codes, dictionary);
    }
  }

  /** Categories that become a dictionary. */
  record Gathered(String name, Map<String, Integer> codeOf, int[] codes) implements Textual {
    @Override
    public void take(byte[] utf8, int row) {
      codes[row] = codeOf.computeIfAbsent(text(utf8), value -> codeOf.size());
    }

    @Override
    public Column column() {
      return new CategoricalColumn(codes, List.copyOf(codeOf.keySet()));
    }
  }

  /** Texts. */
  record Texts(String name, List<Optional<String>> values) implements Textual {
    @Override
    public void take(byte[] utf8, int row) {
      values.set(row, Optional.of(text(utf8)));
    }

    @Override
    public Column column() {
      return new TextColumn(values);
    }
  }
}
