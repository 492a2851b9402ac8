package dev.likeness.privacy.plan;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import java.util.Optional;
import java.util.function.IntFunction;

/** Typed cells as the text that they would be written as. */
final class CellText {

  private CellText() {}

  /** Reads cells of a column by their row; empty where missing. Not thread-safe. */
  static IntFunction<Optional<String>> of(Field field, Column column) {
    return switch (column) {
      case TextColumn text -> text.values()::get;
      case CategoricalColumn categories ->
          row ->
              categories.isMissing(row)
                  ? Optional.empty()
                  : Optional.of(categories.dictionary().get(categories.codes()[row]));
      case NumericColumn numbers -> {
        NumberText text = NumberText.of((NumberFormat) field.format());
        yield row -> {
          TextBuffer out = new TextBuffer(24);
          text.write(numbers.values()[row], out);
          return numbers.isMissing(row) ? Optional.empty() : Optional.of(out.toString());
        };
      }
      case TemporalColumn moments -> {
        TemporalText text = TemporalText.of((TemporalFormat) field.format());
        yield row -> {
          TextBuffer out = new TextBuffer(24);
          text.write(moments.values()[row], out);
          return moments.isMissing(row) ? Optional.empty() : Optional.of(out.toString());
        };
      }
    };
  }
}
