package dev.likeness.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.MaskedCopy;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.Reveal;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Masks a made-up customer table, undoes it, and compares: {@code MaskRun [rows] [fake]}; 10
 * million rows unless said otherwise. Run it with a small {@code -Xmx} to see that memory is
 * bounded.
 */
public final class MaskRun {

  private static final int USUAL_ROWS = 10_000_000;

  private MaskRun() {}

  /** Runs it in a folder of its own. */
  public static void main(String[] arguments) throws IOException {
    long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : USUAL_ROWS;
    boolean fake = arguments.length > 1 && arguments[1].equals("fake");
    Path folder = Files.createTempDirectory("likeness-mask-run-");
    try {
      run(folder, rows, fake);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void run(Path folder, long rows, boolean fake) throws IOException {
    Path upload = folder.resolve("customers.csv");
    write(upload, rows);
    tell("input", rows, 0, Files.size(upload));
    Path canonical = folder.resolve("customers.parquet");
    RunContext run = RunContext.quiet();
    long begin = System.nanoTime();
    ReadLimits limits = ReadLimits.defaults().withMaxBytes(Long.MAX_VALUE);
    Reading reading = TableReader.ingest(upload, canonical, limits, run);
    begin = told("read", rows, begin);
    TableProfile profile = PersonalData.profile(canonical, reading, run);
    begin = told("profile and find personal data", rows, begin);
    TreatmentPlan plan = TreatmentPlan.defaults(profile, Purpose.MASKED_COPY);
    if (fake) {
      Map<String, TreatmentChoice> fakes = new HashMap<>();
      plan.columns()
          .keySet()
          .forEach(
              column ->
                  fakes.put(
                      column, TreatmentChoice.of("fake", JsonNodeFactory.instance.objectNode())));
      plan = plan.with(fakes);
    }
    plan.columns()
        .forEach((name, choice) -> System.out.println("  " + name + ": " + choice.name()));
    DataKey key = DataKey.generate(KeyScope.dataset("default", "run"));
    MaskedCopy copy = MaskedCopy.of(reading, profile, plan, key, Vault.NONE);
    Path masked = folder.resolve("masked.csv");
    try (OutputStream out = Files.newOutputStream(masked)) {
      copy.write(canonical, out, run);
    }
    begin = told("mask", rows, begin);
    if (!fake) {
      Path clear = folder.resolve("clear.csv");
      try (InputStream in = Files.newInputStream(masked);
          OutputStream out = Files.newOutputStream(clear)) {
        Reveal reveal = Reveal.of(copy.manifest(), key, Vault.NONE);
        reveal.write(in, reveal.columns(), out, run);
      }
      told("undo " + copy.manifest().reversible(), rows, begin);
      compare(upload, clear, copy.manifest().reversible());
    }
    System.out.printf(
        Locale.ROOT,
        "heap at most %d MiB, process at most %s, %.0f s of processor time%n",
        Runtime.getRuntime().maxMemory() >> 20,
        residentAtMost(),
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
  }

  /** As Linux tells it; the Parquet reader's memory lies outside of the heap. */
  private static String residentAtMost() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring(6).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static void write(Path upload, long rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(upload)) {
      out.write("customer_id,first_name,last_name,email,phone,birth_date,city,amount\n");
      for (long i = 0; i < rows; i++) {
        String given = GIVEN[(int) (i % GIVEN.length)];
        String family = FAMILY[(int) (i / 7 % FAMILY.length)];
        out.write("C" + (100_000_000 + i * 7) + "," + given + "," + family + ",");
        out.write(given + "." + family + i + "@mail.com,+49 30 " + (1_000_000 + i % 8_999_999));
        out.write("," + (1940 + i % 65) + "-0" + (1 + i % 9) + "-1" + i % 10 + ",");
        out.write(CITIES[(int) (i % CITIES.length)] + "," + i % 1000 + ".50\n");
      }
    }
  }

  /**
   * Compares columns of two files without quotes; counts values, so that none is compared by eye.
   */
  private static void compare(Path upload, Path clear, List<String> columns) throws IOException {
    long lost = 0;
    long compared = 0;
    try (BufferedReader before = Files.newBufferedReader(upload);
        BufferedReader after = Files.newBufferedReader(clear)) {
      int[] from = positions(before.readLine(), columns);
      int[] to = positions(after.readLine(), columns);
      String line;
      while ((line = before.readLine()) != null) {
        String[] original = line.split(",", -1);
        String[] undone = after.readLine().split(",", -1);
        for (int i = 0; i < from.length; i++) {
          compared++;
          lost += original[from[i]].equals(undone[to[i]]) ? 0 : 1;
        }
      }
    }
    System.out.printf(Locale.ROOT, "compared %,d values, %,d are not as before%n", compared, lost);
  }

  private static int[] positions(String header, List<String> columns) {
    List<String> names = List.of(header.split(",", -1));
    return columns.stream().mapToInt(names::indexOf).toArray();
  }

  private static final String[] GIVEN = {"anna", "bob", "carla", "dieter", "eva", "frank", "ina"};
  private static final String[] FAMILY = {"smith", "mueller", "lopez", "rossi", "nowak", "berg"};
  private static final String[] CITIES = {"Graz", "Linz", "Wien", "Bonn", "Ulm"};

  private static long told(String what, long rows, long begin) {
    long now = System.nanoTime();
    tell(what, rows, (now - begin) / 1e9, 0);
    return System.nanoTime();
  }

  private static void tell(String what, long rows, double seconds, long bytes) {
    System.out.printf(
        Locale.ROOT,
        "%s: %,d rows, %.1f s, %,.0f rows/s%s%n",
        what,
        rows,
        seconds,
        seconds == 0 ? 0 : rows / seconds,
        bytes == 0 ? "" : ", " + (bytes >> 20) + " MiB");
  }
}
