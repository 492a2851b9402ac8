package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.testing.HostileFile;
import dev.likeness.table.testing.HostileFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile file is read in a documented way or refused with a cause and a remedy: with 64 MiB
 * of heap, in less than ten seconds of CPU time, and nothing is left behind. With {@code -Dlong}
 * thousands of mutations more, and a file of a billion commas.
 */
class HostileFilesTest {

  private static final boolean LONG = System.getProperty("long") != null;
  private static final int MUTATIONS = LONG ? 700 : 4;
  private static final long MOST_MILLIS = 10_000;
  private static final int AT_LEAST = 300;
  private static final int HEAP_MIB = 192;

  @TempDir Path folder;

  @Test
  void hostileFilesAreReadOrRefusedWithinTheirLimits() throws Exception {
    Path files = Files.createDirectory(folder.resolve("files"));
    int count = write(files);
    List<HostileWalk.Line> lines = walk(files);

    Map<String, Long> outcomes =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.outcome().replaceAll(" .*", ""),
                    TreeMap::new,
                    Collectors.counting()));
    HostileWalk.Line slowest =
        lines.stream().max(Comparator.comparing(HostileWalk.Line::millis)).orElseThrow();
    long seconds = lines.stream().mapToLong(HostileWalk.Line::millis).sum() / 1_000;
    System.out.printf(
        "hostile files: %d, %s, %d s of CPU time, slowest %s%n", count, outcomes, seconds, slowest);

    assertThat(count).isGreaterThanOrEqualTo(AT_LEAST);
    assertThat(lines).hasSize(count);
    assertThat(lines).noneMatch(HostileWalk.Line::isCrash);
    assertThat(lines).allMatch(line -> line.millis() < MOST_MILLIS);
  }

  private int write(Path files) throws IOException {
    int count = 0;
    for (HostileFile file : HostileFiles.all(parquet(), MUTATIONS)) {
      Files.write(files.resolve(file.name().replace('/', '_')), file.bytes());
      count++;
    }
    if (LONG) {
      commas(files.resolve("text_a-billion-commas"));
      count++;
    }
    return count;
  }

  private static void commas(Path file) throws IOException {
    byte[] commas = new byte[1_000_000];
    java.util.Arrays.fill(commas, (byte) ',');
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 1_000; i++) {
        out.write(commas);
      }
    }
  }

  /** A whole file to be broken. */
  private byte[] parquet() throws IOException {
    Path csv = Files.writeString(folder.resolve("t.csv"), "a,b\n" + "1,x\n2,y\n".repeat(200));
    Path parquet = folder.resolve("t.parquet");
    TableReader.ingest(csv, parquet, ReadLimits.defaults(), RunContext.quiet());
    return Files.readAllBytes(parquet);
  }

  private List<HostileWalk.Line> walk(Path files) throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process walk =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                HostileWalk.class.getName(),
                files.toString(),
                scratch.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int exit = walk.waitFor();
    List<String> lines = Files.readAllLines(out);
    assertThat(exit).as("after %s: %s", lines.size(), Files.readString(err)).isZero();
    assertThat(lines.removeLast()).startsWith("ballast\t");
    return lines.stream().map(HostileWalk.Line::of).toList();
  }
}
