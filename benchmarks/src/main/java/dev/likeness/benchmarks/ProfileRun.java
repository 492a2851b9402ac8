package dev.likeness.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import dev.likeness.table.relation.RelationFinder;
import dev.likeness.table.sql.Duck;
import dev.likeness.table.stats.Associations;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Times the profile of a table beside DuckDB's own {@code SUMMARIZE} of the same Parquet file, in
 * turn, in one JVM, then its associations and relations, and prints what each round took as JSON.
 *
 * <p>Arguments: rows (of a seeded table that is made first) or a CSV file, folder to work in,
 * rounds.
 */
public final class ProfileRun {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final ObjectNode result = new ObjectMapper().createObjectNode();
  private final Path folder;

  private ProfileRun(Path folder) {
    this.folder = folder;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: ProfileRun ROWS|IN.csv FOLDER ROUNDS");
      System.exit(2);
    }
    new ProfileRun(Path.of(arguments[1])).run(arguments[0], Integer.parseInt(arguments[2]));
  }

  private void run(String table, int rounds) throws IOException {
    Path csv = table.matches("\\d+") ? made(Integer.parseInt(table)) : Path.of(table);
    Path parquet = folder.resolve(csv.getFileName() + ".parquet");
    RunContext run = RunContext.quiet();
    AtomicReference<Reading> read = new AtomicReference<>();
    for (int i = 0; i < rounds; i++) {
      timed("read", () -> read.set(TableReader.ingest(csv, parquet, ReadLimits.defaults(), run)));
    }
    Reading reading = read.get();
    result.put("rows", reading.rows());
    result.put("columns", reading.columns().size());
    result.put("threads", run.threads());
    for (int i = 0; i < rounds; i++) {
      timed("summarize", () -> summarize(parquet, run.threads()));
      timed("profile", () -> TableProfiler.profile(parquet, reading, run));
    }
    TableProfile profile = TableProfiler.profile(parquet, reading, run);
    for (int i = 0; i < rounds; i++) {
      timed("associations", () -> Associations.of(parquet, profile, 42, run));
      timed("relations", () -> RelationFinder.find(parquet, profile, run));
    }
    System.out.println(result);
  }

  private Path made(int rows) throws IOException {
    Path csv = folder.resolve("orders-" + rows + ".csv");
    if (!Files.exists(csv)) {
      Orders.write(csv, rows);
    }
    return csv;
  }

  private void summarize(Path parquet, int threads) {
    try (Duck duck = Duck.open(threads, folder.resolve("spill"))) {
      duck.query(
          "SUMMARIZE SELECT * FROM read_parquet(" + Duck.literal(parquet) + ")",
          rows -> {
            int columns = 0;
            while (rows.next()) {
              columns++;
            }
            return columns;
          });
    }
  }

  private void timed(String name, Runnable work) {
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    result.withArray(name + "_seconds").add(since(start));
    result.withArray(name + "_cpu_seconds").add((PROCESS.getProcessCpuTime() - cpu) / 1e9);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
