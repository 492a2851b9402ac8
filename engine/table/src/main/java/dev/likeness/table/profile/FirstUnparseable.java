package dev.likeness.table.profile;

import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.ValueShapes;
import dev.likeness.table.sql.Duck;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Where the first cell stands that a column's format cannot read. */
final class FirstUnparseable {

  private FirstUnparseable() {}

  /** Its data row, from 1. */
  static OptionalLong row(Duck duck, Path file, int column, Field field) {
    Predicate<String> reads = reads(field);
    Set<String> tokens = Set.copyOf(field.format().missingTokens());
    String sql = "SELECT c" + column + " FROM read_parquet(" + Duck.literal(file) + ")";
    return duck.query(
        sql,
        rows -> {
          for (long row = 1; rows.next(); row++) {
            String cell = rows.getString(1);
            if (cell != null
                && !reads.test(cell)
                && !ValueShapes.missing(cell)
                && !tokens.contains(cell)) {
              return OptionalLong.of(row);
            }
          }
          return OptionalLong.empty();
        });
  }

  private static Predicate<String> reads(Field field) {
    return switch (field.format()) {
      case NumberFormat format -> {
        NumberText text = NumberText.of(format);
        yield cell -> !Double.isNaN(text.parse(cell));
      }
      case TemporalFormat format -> {
        TemporalText text = TemporalText.of(format);
        yield cell -> text.parse(cell) != TemporalColumn.MISSING;
      }
      default -> cell -> true;
    };
  }
}
