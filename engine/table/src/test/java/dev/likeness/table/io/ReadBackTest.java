package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer wrote is read back by its dialect, where a guess would go wrong. */
class ReadBackTest {

  private static final Schema TWO = Schema.of(Field.numeric("size", 1), Field.nominal("name"));
  private static final Schema ONE = Schema.of(Field.nominal("name"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsRowsWithoutValuesAtTheEnd(boolean header) throws IOException {
    Table table =
        new Table(
            TWO,
            List.of(
                new NumericColumn(new double[] {1.5, Double.NaN, Double.NaN}),
                new CategoricalColumn(new int[] {0, -1, -1}, List.of("a;b"))));
    assertThat(readBack(table, dialect(header))).isEqualTo(cells(table));
  }

  @Test
  void readsASingleColumnWhoseValuesLookLikeDelimitersAndHeaders() throws IOException {
    Table table =
        new Table(
            ONE, List.of(new CategoricalColumn(new int[] {0, 1, -1}, List.of("a,b;c", "name"))));
    assertThat(readBack(table, dialect(false))).isEqualTo(cells(table));
  }

  @Test
  void writesAFileWithoutQuotesWithTheUsualOnes() {
    Dialect bare =
        new Dialect("ISO-8859-1", '\t', Dialect.NO_QUOTE, Dialect.NO_QUOTE, true, 3, "CR");
    assertThat(bare.written()).isEqualTo(new Dialect("UTF-8", '\t', '"', '"', true, 0, "LF"));
  }

  private static Dialect dialect(boolean header) {
    return new Dialect("windows-1252", ';', '"', '"', header, 2, "CRLF");
  }

  private List<String> readBack(Table table, Dialect dialect) throws IOException {
    Path csv = folder.resolve("rows.csv");
    try (OutputStream out = Files.newOutputStream(csv);
        CsvWriter writer = CsvWriter.to(out, table.schema(), dialect)) {
      writer.accept(table);
    }
    Path parquet = folder.resolve("rows.parquet");
    Reading reading =
        TableReader.readBack(csv, parquet, dialect, table.schema().width(), RunContext.quiet());
    assertThat(reading.rows()).isEqualTo(table.rows());
    try (CanonicalTable read = CanonicalTable.open(parquet, table.schema())) {
      return cells(read.toTable());
    }
  }

  /** Values by row, whatever codes the categories have. */
  private static List<String> cells(Table table) {
    return IntStream.range(0, table.rows())
        .mapToObj(row -> table.columns().stream().map(c -> cell(c, row)).toList().toString())
        .toList();
  }

  private static String cell(Column column, int row) {
    if (column.isMissing(row)) {
      return "missing";
    }
    return switch (column) {
      case NumericColumn c -> Double.toString(c.values()[row]);
      case CategoricalColumn c -> c.dictionary().get(c.codes()[row]);
      default -> throw new AssertionError(column.type());
    };
  }
}
