package dev.likeness.table.io;

import static dev.likeness.table.io.ReadBench.gzip;
import static dev.likeness.table.io.ReadBench.options;
import static dev.likeness.table.io.ReadBench.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in gzip and ZIP. */
class ContainerTest {

  private static final byte[] TABLE = "a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private ReadBench bench;

  @BeforeEach
  void open() {
    bench = new ReadBench(folder);
  }

  private void refuses(byte[] bytes, String code) {
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(bytes));
    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(bench.parquet()).doesNotExist();
  }

  @Test
  void readsATableOutOfGzip() {
    Reading reading = bench.read(gzip(TABLE));
    assertThat(reading.origin().container()).isEqualTo("gzip");
    assertThat(reading.origin().format()).isEqualTo("csv");
    assertThat(bench.rows()).hasSize(2);
  }

  @Test
  void readsTheOnlyTableOfAZip() {
    Reading reading =
        bench.read(zip("readme.md", "text", "__MACOSX/t.csv", "x", "deep/t.csv", TABLE));
    assertThat(reading.origin().container()).isEqualTo("zip");
    assertThat(reading.origin().entry()).contains("deep/t.csv");
    assertThat(bench.rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
  }

  @Test
  void readsAnyFormatOutOfAZip() {
    assertThat(bench.read(zip("t.jsonl", "{\"a\":1}\n{\"a\":2}\n")).origin().format())
        .isEqualTo("jsonl");
  }

  @Test
  void asksWhichTableOfSeveral() {
    byte[] two = zip("a.csv", TABLE, "b.csv", "n,m\n7,8\n");
    refuses(two, "several-tables");
    Reading reading = bench.read(two, options("{'entry': 'b.csv'}"));
    assertThat(reading.columns()).containsExactly("n", "m");
    UnreadableTableException problem =
        catchThrowableOfType(
            UnreadableTableException.class, () -> bench.read(two, options("{'entry': 'c.csv'}")));
    assertThat(problem.code()).isEqualTo("entry-not-found");
    assertThat(problem.remedy()).contains("a.csv", "b.csv");
  }

  @Test
  void refusesArchivesWithoutATable() {
    refuses(zip("mimetype", "application/x", "content.xml", "<x/>"), "not-a-table");
    refuses(zip("folder/", ""), "empty-file");
    refuses(gzip(new byte[0]), "empty-file");
  }

  @Test
  void refusesAnArchiveInAnArchive() {
    refuses(gzip(gzip(TABLE)), "nested-archive");
    refuses(zip("t.csv", gzip(TABLE)), "nested-archive");
    refuses(zip("t.csv", zip("t.csv", TABLE)), "nested-archive");
  }

  @Test
  void refusesTooManyEntries() {
    Object[] entries =
        IntStream.range(0, 101)
            .boxed()
            .flatMap(i -> Stream.of((Object) ("f" + i + ".txt"), "x"))
            .toArray();
    refuses(zip(entries), "too-many-entries");
  }

  @Test
  void refusesWhatGrowsTooMuch() {
    byte[] zeros = new byte[40 << 20];
    java.util.Arrays.fill(zeros, (byte) ',');
    refuses(gzip(zeros), "archive-too-dense");
    refuses(zip("t.csv", zeros), "archive-too-dense");
  }

  @Test
  void refusesWhatBreaksOff() {
    byte[] whole = gzip("a,b\n1,2\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    refuses(java.util.Arrays.copyOf(whole, whole.length / 2), "damaged-file");
    byte[] archive = zip("t.csv", TABLE);
    refuses(java.util.Arrays.copyOf(archive, archive.length - 10), "damaged-file");
  }
}
