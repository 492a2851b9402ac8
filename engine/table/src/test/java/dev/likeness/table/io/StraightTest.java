package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine reads as it lies is what the careful way reads. */
class StraightTest {

  private static final CounterRandom RANDOM = CounterRandom.of(5);
  private static final List<String> CELLS =
      List.of(
          "",
          " ",
          "a",
          "1",
          "2.50",
          "-",
          "#x",
          "ü",
          " b ",
          "a\\b",
          "NA",
          "NULL",
          "'q'",
          "日本",
          "2020-01-31",
          "x;y",
          "a|b",
          "\t");
  private static final List<String> ODD =
      List.of("\"q\"", "say \"hi\"", "a\r\nb,", ",", "\n", "é\u0000");

  @TempDir Path folder;

  private record Read(Reading reading, List<List<Optional<String>>> rows) {}

  /** A table of a few rows; every fourth has something odd in it. */
  private static String table(int number) {
    int width = 2 + (int) RANDOM.below(3, number, 0);
    String header =
        IntStream.range(0, width).mapToObj(i -> "name " + i).collect(Collectors.joining(","));
    String rows =
        IntStream.range(0, 30)
            .mapToObj(row -> row(number, row, width))
            .collect(Collectors.joining("\n"));
    boolean repeated = number % 9 == 0;
    String end = number % 5 == 0 ? "" : number % 7 == 0 ? "\n\n" : "\n";
    return (number % 6 == 0 ? "" : header + "\n") + rows + (repeated ? "\n" + header : "") + end;
  }

  private static String row(int number, int row, int width) {
    return IntStream.range(0, width)
        .mapToObj(
            i -> {
              boolean odd = number % 4 == 0 && RANDOM.below(40, number, row * 8 + i) == 0;
              List<String> cells = odd ? ODD : CELLS;
              return cells.get((int) RANDOM.below(cells.size(), number, row * 8 + i + 4_000));
            })
        .collect(Collectors.joining(","));
  }

  private Read read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), text, StandardCharsets.UTF_8);
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(file, parquet, ReadLimits.defaults(), RunContext.quiet());
    return new Read(reading, CanonicalTable.preview(parquet, 1000));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 40, 60})
  void readsWhatTheCarefulWayReads(int first) throws IOException {
    for (int number = first; number < first + 20; number++) {
      String text = table(number);
      assertThat(read(text)).as("table %d", number).isEqualTo(read("\uFEFF" + text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a [1].csv", "a*.csv", "{a,b}.csv", "year=2024/a.csv", "a.csv.gz", "a'b"})
  void readsFilesWhateverTheyAreCalled(String name) throws IOException {
    Files.writeString(folder.resolve("a1.csv"), "other,table\n1,2\n");
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "a,b\n1,x\n2,y\n");
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(file, parquet, ReadLimits.defaults(), RunContext.quiet());
    assertThat(reading.columns()).containsExactly("a", "b");
    assertThat(CanonicalTable.preview(parquet, 10))
        .containsExactly(
            List.of(Optional.of("1"), Optional.of("x")),
            List.of(Optional.of("2"), Optional.of("y")));
  }

  private Optional<Straight.Lines> lines(String text, ReadLimits limits) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), text);
    ReadTask task =
        new ReadTask(file, ReadOptions.none(), limits, RunContext.quiet(), Long.MAX_VALUE, folder);
    DetectedCharset utf8 = new DetectedCharset(StandardCharsets.UTF_8, 0, true, false);
    return Straight.lines(task, utf8, Dialect.standard(), 3);
  }

  private Optional<Straight.Lines> lines(String text) throws IOException {
    return lines(text, ReadLimits.defaults());
  }

  @Test
  void takesLinesThatAreRows() throws IOException {
    assertThat(lines("a,b,c\n1,,\n22,333,ü\n,,4"))
        .hasValueSatisfying(
            lines -> {
              assertThat(lines.header()).asString().isEqualTo("a,b,c");
              assertThat(lines.rows()).isEqualTo(3);
              assertThat(lines.longestLine()).isEqualTo(9);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n",
        "a,b,c\n1,2\n",
        "a,b,c\n1,2,3,4\n",
        "a,b,c\n1,2,3\n\n",
        "a,b,c\n1,2,3\n,,\n",
        "a,b,c\n1,2,3\n,,",
        "a,b,c\n1,2,3\na,b,c\n",
        "a,b,c\r\n1,2,3\r\n",
        "a,b,c\n1,\"2\",3\n",
        "a,b,c\n1,2,3\n4,5",
        "a,b,c\n---,---,---\n1,2,3\n",
      })
  void leavesEverythingElseToTheCarefulWay(String text) throws IOException {
    assertThat(lines(text)).isEmpty();
  }

  @Test
  void leavesLinesBeyondALimitToTheCarefulWay() throws IOException {
    ReadLimits limits = new ReadLimits(1 << 20, 50, 1000, 40, 20);
    assertThat(lines("a,b,c\n1,2,3\n", limits)).isPresent();
    assertThat(lines("a,b,c\n1,2," + "3".repeat(30) + "\n", limits)).isEmpty();
    assertThat(lines("a,b,c\n1,2," + "3".repeat(1 << 20), limits)).isEmpty();
  }

  /** Lines of every length up to three words of eight bytes, so that ends stand everywhere. */
  @Test
  void findsLinesWhereverTheyEnd() throws IOException {
    for (int length = 1; length < 24; length++) {
      String row = "x".repeat(length) + ",,\n";
      assertThat(lines("a,b,c\n" + row.repeat(50) + "1,2,3"))
          .hasValueSatisfying(lines -> assertThat(lines.rows()).isEqualTo(51));
      assertThat(lines("a,b,c\n" + row.repeat(50) + "1,2,3,4")).isEmpty();
      assertThat(lines("a,b,c\n" + row.repeat(50) + "x,,,\n" + row)).isEmpty();
      assertThat(lines("a,b,c\n" + row.repeat(50) + "\"x\",,\n" + row)).isEmpty();
      assertThat(lines("a,b,c\n" + row.repeat(50) + "x,,\r\n" + row)).isEmpty();
    }
  }

  @Test
  void findsLinesAcrossItsBuffer() throws IOException {
    String row = "1," + "x".repeat(100_000) + ",3\n";
    assertThat(lines("a,b,c\n" + row.repeat(9)))
        .hasValueSatisfying(
            lines -> {
              assertThat(lines.rows()).isEqualTo(9);
              assertThat(lines.longestLine()).isEqualTo(row.length() - 1);
            });
  }
}
