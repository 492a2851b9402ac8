package dev.likeness.synthesis;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import java.util.ArrayList;
import java.util.List;

/** Batches of rows, put together and put into words. */
final class Batches {

  private Batches() {}

  static Table joined(List<Table> batches) {
    int rows = batches.stream().mapToInt(Table::rows).sum();
    Gathered all = Gathered.withText(batches.getFirst().schema(), rows);
    batches.forEach(all::add);
    return all.table();
  }

  static List<String> text(Table table) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      StringBuilder line = new StringBuilder();
      for (Column column : table.columns()) {
        line.append(cell(column, row)).append('|');
      }
      rows.add(line.toString());
    }
    return rows;
  }

  private static String cell(Column column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return switch (column) {
      case NumericColumn c -> Double.toString(c.values()[row]);
      case CategoricalColumn c -> c.dictionary().get(c.codes()[row]);
      case TemporalColumn c -> Long.toString(c.values()[row]);
      case TextColumn c -> c.values().get(row).orElse("");
    };
  }
}
