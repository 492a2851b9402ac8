package dev.likeness.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.Table;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Fits a model to a CSV file and samples as many rows as it has, again and again in one JVM, and
 * prints what each round took as JSON. The first rounds warm the JVM up and are marked as such.
 *
 * <p>Like its peer, it measures from a table in memory to a table in memory; reading and profiling
 * the file are measured apart. Arguments: input, output, model, {@code all} or {@code split} (fit
 * on all rows, or without the control rows that the product holds out), warm-up rounds, rounds.
 */
public final class CopulaRun {

  private static final long SEED = 42;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Path scratch;
  private final ObjectNode result = new ObjectMapper().createObjectNode();

  private CopulaRun(Path scratch) {
    this.scratch = scratch;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 6) {
      System.err.println("usage: CopulaRun IN.csv OUT.csv MODEL all|split WARM-UPS ROUNDS");
      System.exit(2);
    }
    Path scratch = Files.createTempDirectory("copula-run");
    try {
      new CopulaRun(scratch).run(arguments);
    } finally {
      Files.deleteIfExists(scratch.resolve("table.parquet"));
      Files.delete(scratch);
    }
  }

  private void run(String[] arguments) throws IOException {
    Path canonical = scratch.resolve("table.parquet");
    long start = System.nanoTime();
    Reading reading =
        TableReader.ingest(
            Path.of(arguments[0]), canonical, ReadLimits.defaults(), RunContext.quiet());
    TableProfile profile = PersonalData.profile(canonical, reading, RunContext.quiet());
    Table table;
    try (CanonicalTable opened = CanonicalTable.open(canonical, profile.schema())) {
      table = opened.toTable();
    }
    result.put("read_seconds", since(start));
    Table train =
        arguments[3].equals("split")
            ? table.select(SplitSpec.of(SEED, table.rows()).trainingRows(table.rows()))
            : table;
    Synthesizer<?> model = Synthesizers.named(arguments[2]);
    int warmUps = Integer.parseInt(arguments[4]);
    int rounds = Integer.parseInt(arguments[5]);
    FittedSynthesizer fitted = rounds(model, train, table.rows(), warmUps, rounds);
    try (CsvWriter writer =
        CsvWriter.to(
            Files.newOutputStream(Path.of(arguments[1])), train.schema(), reading.dialect())) {
      fitted.sample(SampleRequest.rows(table.rows(), SEED), writer, RunContext.quiet());
    }
    describe(model, train, table);
    System.out.println(result);
  }

  private FittedSynthesizer rounds(
      Synthesizer<?> model, Table train, int rows, int warmUps, int rounds) {
    FittedSynthesizer fitted = round(model, train, rows, "warm_up_");
    for (int i = 1; i < warmUps; i++) {
      fitted = round(model, train, rows, "warm_up_");
    }
    for (int i = 0; i < rounds; i++) {
      fitted = round(model, train, rows, "");
    }
    return fitted;
  }

  private <O extends Record> FittedSynthesizer round(
      Synthesizer<O> model, Table train, int rows, String prefix) {
    O options = Synthesizers.bind(model, Map.of());
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    FittedSynthesizer fitted = model.fit(train, options, new FitContext(SEED, RunContext.quiet()));
    result.withArray(prefix + "fit_seconds").add(since(start));
    start = System.nanoTime();
    long[] seen = new long[1];
    fitted.sample(
        SampleRequest.rows(rows, SEED), batch -> seen[0] += batch.rows(), RunContext.quiet());
    result.withArray(prefix + "sample_seconds").add(since(start));
    result.withArray(prefix + "cpu_seconds").add((PROCESS.getProcessCpuTime() - cpu) / 1e9);
    if (seen[0] != rows) {
      throw new IllegalStateException("rows = " + seen[0] + ", expected " + rows);
    }
    return fitted;
  }

  private void describe(Synthesizer<?> model, Table train, Table table) {
    result.put("model", model.name());
    result.put("fitted_rows", train.rows());
    result.put("sampled_rows", table.rows());
    result.put("java", System.getProperty("java.vm.version"));
    result.put("kernels", Kernels.twin());
    result.put("threads", RunContext.quiet().threads());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
