package dev.likeness.table.io;

import static dev.likeness.table.io.ReadBench.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.likeness.table.sql.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files that the data engine wrote. */
class ParquetFormatTest {

  @TempDir Path folder;
  private ReadBench bench;

  @BeforeEach
  void open() {
    bench = new ReadBench(folder);
  }

  private byte[] parquet(String sql) throws IOException {
    Path file = folder.resolve("made.parquet");
    try (Duck duck = Duck.open(1, folder.resolve("spill"))) {
      duck.execute("COPY (" + sql + ") TO " + Duck.literal(file) + " (FORMAT parquet)");
    }
    return Files.readAllBytes(file);
  }

  private String refusal(byte[] bytes) {
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(bytes));
    assertThat(problem).isNotNull();
    assertThat(bench.parquet()).doesNotExist();
    return problem.code();
  }

  @Test
  void turnsEveryFlatTypeIntoText() throws IOException {
    Reading reading =
        bench.read(
            parquet(
                "SELECT 1::BIGINT AS \"a b\", 2.50::DECIMAL(9,2) AS d, 0.1::DOUBLE AS x, true AS t,"
                    + " DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 12:30:00' AS at,"
                    + " TIMESTAMPTZ '2024-02-29 12:30:00+02' AS z, encode('é') AS bytes, '' AS e,"
                    + " NULL::VARCHAR AS n"));
    assertThat(reading.origin().format()).isEqualTo("parquet");
    assertThat(reading.columns())
        .containsExactly("a b", "d", "x", "t", "day", "at", "z", "bytes", "e", "n");
    assertThat(bench.rows().getFirst().subList(0, 7))
        .containsExactly(
            "1", "2.50", "0.1", "true", "2024-02-29", "2024-02-29 12:30:00", "2024-02-29 10:30:00");
    assertThat(bench.rows().getFirst().subList(7, 10)).containsExactly("é", "∅", "∅");
  }

  @Test
  void keepsTheOrderOfManyRows() throws IOException {
    Reading reading = bench.read(parquet("SELECT range AS n FROM range(300000)"));
    assertThat(reading.rows()).isEqualTo(300_000);
    List<List<String>> rows = bench.rows();
    for (int i = 0; i < rows.size(); i += 997) {
      assertThat(rows.get(i)).containsExactly(Integer.toString(i));
    }
  }

  @Test
  void namesNestedColumnsByPositionAndRefusesThem() throws IOException {
    byte[] nested = parquet("SELECT 1 AS a, [1, 2] AS b, {'x': 1} AS c, MAP {'k': 1} AS d");
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(nested));
    assertThat(problem.code()).isEqualTo("nested-columns");
    assertThat(problem).hasMessageContaining("2, 3, 4");
  }

  @Test
  void readsAFileWithoutRows() throws IOException {
    Reading reading = bench.read(parquet("SELECT 1 AS a, 'x' AS b WHERE false"));
    assertThat(reading.columns()).containsExactly("a", "b");
    assertThat(codes(reading)).containsExactly("header-only");
  }

  @Test
  void refusesMoreRowsThanTheFileCanHold() throws IOException {
    byte[] dense = parquet("SELECT 7 AS a FROM range(60000000)");
    assertThat(dense.length).isLessThan(600_000);
    assertThat(refusal(dense)).isEqualTo("archive-too-dense");
  }

  @Test
  void refusesDamagedFilesAndLongCells() throws IOException {
    byte[] whole = parquet("SELECT range AS n, 'text ' || range AS t FROM range(20000)");
    assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("damaged-file");
    assertThat(refusal(parquet("SELECT repeat('x', 2000000) AS long"))).isEqualTo("damaged-file");
  }
}
