package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Kind;
import dev.likeness.table.profile.TableProfiler;
import dev.likeness.table.sql.Duck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same table in every format gets the same answer, also where it is odd. */
class FormatsAlikeTest {

  @TempDir Path folder;

  private byte[] csv(List<List<String>> table) {
    StringBuilder text = new StringBuilder();
    table.forEach(row -> text.append(String.join(",", row)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] workbook(List<List<String>> table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("One");
      for (int row = 0; row < table.size(); row++) {
        for (int column = 0; column < table.get(row).size(); column++) {
          if (!table.get(row).get(column).isEmpty()) {
            sheet.value(row, column, table.get(row).get(column));
          }
        }
      }
    }
    return out.toByteArray();
  }

  /** Of a table whose names are different; the data engine writes no other. */
  private byte[] parquet(List<List<String>> table) throws IOException {
    List<String> names = table.getFirst();
    StringBuilder sql = new StringBuilder("SELECT * FROM (VALUES ");
    List<String> rows = new ArrayList<>();
    List<List<String>> body = table.size() == 1 ? List.of(names) : table.subList(1, table.size());
    for (List<String> row : body) {
      rows.add("(" + String.join(",", row.stream().map(Duck::literal).toList()) + ")");
    }
    sql.append(String.join(",", rows)).append(") AS t(");
    sql.append(String.join(",", names.stream().map(name -> '"' + name + '"').toList())).append(")");
    sql.append(table.size() == 1 ? " WHERE false" : "");
    Path file = folder.resolve("made.parquet");
    try (Duck duck = Duck.open(1, folder.resolve("spill"))) {
      duck.execute("COPY (" + sql + ") TO " + Duck.literal(file) + " (FORMAT parquet)");
    }
    return Files.readAllBytes(file);
  }

  private Reading read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("in"), bytes);
    return TableReader.ingest(file, copy(), ReadLimits.defaults(), RunContext.quiet());
  }

  private Path copy() {
    return folder.resolve("out.parquet");
  }

  private static List<String> codes(Reading reading) {
    return reading.warnings().stream().map(ReadWarning::code).toList();
  }

  @Test
  void namesWithoutRowsAreATableWithoutRows() throws IOException {
    List<List<String>> table = List.of(List.of("id", "name", "joined"));
    Map<String, byte[]> files =
        Map.of("csv", csv(table), "xlsx", workbook(table), "parquet", parquet(table));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Reading reading = read(file.getValue());
      assertThat(reading.origin().format()).isEqualTo(file.getKey());
      assertThat(reading.columns()).as(file.getKey()).containsExactly("id", "name", "joined");
      assertThat(reading.rows()).as(file.getKey()).isZero();
      assertThat(codes(reading)).as(file.getKey()).containsExactly("header-only");
      assertThat(CanonicalTable.preview(copy(), 10)).as(file.getKey()).isEmpty();
      assertThat(TableProfiler.profile(copy(), reading, RunContext.quiet()).columns())
          .as(file.getKey())
          .extracting(ColumnProfile::kind)
          .containsOnly(Kind.EMPTY);
    }
  }

  @Test
  void columnsWithoutANameAndWithTheSameNameAreNamedAlike() throws IOException {
    List<List<String>> table =
        List.of(
            List.of("a", "", "a", "b "), List.of("1", "2", "3", "4"), List.of("5", "6", "7", "8"));
    for (byte[] file : List.of(csv(table), workbook(table))) {
      Reading reading = read(file);
      assertThat(reading.columns()).containsExactly("a", "column_2", "a_2", "b ");
      assertThat(codes(reading)).containsExactly("empty-header", "duplicate-header");
    }
    Reading parquet = read(parquet(List.of(List.of("a", " ", "b "), List.of("1", "2", "3"))));
    assertThat(parquet.columns()).containsExactly("a", "column_2", "b ");
    assertThat(codes(parquet)).containsExactly("empty-header");
    Reading objects =
        read("{\"a\": 1, \"\": 2, \"b \": 3}\n{\"a\": 1}\n".getBytes(StandardCharsets.UTF_8));
    assertThat(objects.columns()).containsExactly("a", "column_2", "b ");
    assertThat(codes(objects)).containsExactly("empty-header");
  }
}
