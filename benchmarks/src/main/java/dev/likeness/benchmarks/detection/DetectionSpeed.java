package dev.likeness.benchmarks.detection;

import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** How long detection takes: a million rows of twenty columns about people, made up. */
public final class DetectionSpeed {

  private static final int ROWS = 1_000_000;
  private static final String[] NAMES = {"Anna", "Peter", "Maria", "John", "Eva", "Paul"};
  private static final String[] LAST = {"Miller", "Smith", "Jones", "Garcia", "Weber"};

  private DetectionSpeed() {}

  /** Prints wall seconds and seconds of all processors, for each step. */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createTempDirectory("likeness-detection");
    Path csv = folder.resolve("in.csv");
    Path canonical = folder.resolve("canonical.parquet");
    RunContext run = RunContext.quiet();
    try {
      write(csv);
      Reading reading =
          timed("read", () -> TableReader.ingest(csv, canonical, ReadLimits.defaults(), run));
      TableProfile profile =
          timed("profile", () -> TableProfiler.profile(canonical, reading, List.of(), run));
      TableProfile found =
          timed("detect", () -> PersonalData.find(canonical, profile, List.of(), run));
      timed("exposure", () -> Exposure.of(canonical, found, run));
      System.out.println("rows looked at: " + PersonalData.rowsLookedAt(found));
    } finally {
      Files.deleteIfExists(csv);
      Files.deleteIfExists(canonical);
      Files.deleteIfExists(folder);
    }
  }

  private static <T> T timed(String step, Supplier<T> work) {
    long begin = System.nanoTime();
    long busy = busy();
    T made = work.get();
    System.out.printf(
        Locale.ROOT,
        "%-9s %6.2f s, %6.2f s of processors%n",
        step,
        (System.nanoTime() - begin) / 1e9,
        (busy() - busy) / 1e9);
    return made;
  }

  private static long busy() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static void write(Path csv) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("id,first_name,last_name,email,phone,dob,gender,city,zip,country,job,salary,");
      out.write("iban,visits,score,diagnosis,signup,ip,note,amount\n");
      for (int row = 0; row < ROWS; row++) {
        out.write(line(row, random));
      }
    }
  }

  private static String line(int row, Random random) {
    return String.join(
            ",",
            Integer.toString(row),
            NAMES[random.nextInt(NAMES.length)],
            LAST[random.nextInt(LAST.length)],
            "u" + row + "@mail.test",
            "+4930" + (1_000_000 + random.nextInt(8_999_999)),
            (1940 + random.nextInt(60)) + "-05-1" + random.nextInt(10),
            random.nextBoolean() ? "m" : "f",
            "Berlin",
            Integer.toString(10_000 + random.nextInt(80_000)),
            "DE",
            "teacher",
            Integer.toString(random.nextInt(90_000)),
            "DE89370400440532013000",
            Integer.toString(random.nextInt(9)),
            Integer.toString(random.nextInt(100)),
            "E11.9",
            "2020-01-1" + random.nextInt(10),
            "10.0." + random.nextInt(255) + "." + random.nextInt(255),
            "text " + random.nextInt(1000),
            Integer.toString(random.nextInt(100_000)))
        + "\n";
  }
}
