package dev.likeness.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.Table;
import dev.likeness.table.io.CsvWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.util.MathArrays;

/**
 * Fits a model to a CSV file and samples as many rows as it has, again and again in one JVM, and
 * prints what each round took as JSON. The first rounds warm the JVM up and are marked as such.
 *
 * <p>Like its peer, it measures from a table in memory to a table in memory; reading and profiling
 * the file are measured apart. Of a model that tells likelihoods it also prints how well they tell
 * learnt rows from control rows: the area under the curve of the attack that asks the model itself,
 * 0.5 where it gives nobody away.
 */
public final class ModelRun {

  private static final long SEED = 42;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Path scratch;
  private final RunContext run;
  private final Map<String, String> options;
  private final ObjectNode result = new ObjectMapper().createObjectNode();

  private ModelRun(Path scratch, int threads, Map<String, String> options) {
    this.scratch = scratch;
    this.run = RunContext.quiet().withThreads(threads);
    this.options = options;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 7) {
      System.err.println(
          "usage: ModelRun IN.csv OUT.csv CONTROL.csv MODEL THREADS WARM-UPS ROUNDS [KEY=VALUE]...");
      System.exit(2);
    }
    Path scratch = Files.createTempDirectory("model-run");
    try {
      new ModelRun(scratch, Integer.parseInt(arguments[4]), options(arguments)).run(arguments);
    } finally {
      Files.delete(scratch);
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 7; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      options.put(parts[0], parts[1]);
    }
    return options;
  }

  private void run(String[] arguments) throws IOException {
    long start = System.nanoTime();
    TableFile file = TableFile.read(Path.of(arguments[0]), scratch);
    Table train = file.table();
    result.put("read_seconds", since(start));
    Synthesizer<?> model = Synthesizers.named(arguments[3]);
    int warmUps = Integer.parseInt(arguments[5]);
    int rounds = Integer.parseInt(arguments[6]);
    FittedSynthesizer fitted = rounds(model, train, train.rows(), warmUps, rounds);
    try (CsvWriter writer =
        CsvWriter.to(
            Files.newOutputStream(Path.of(arguments[1])), train.schema(), file.dialect())) {
      fitted.sample(SampleRequest.rows(train.rows(), SEED), writer, run);
    }
    if (fitted instanceof LikelihoodModel likelihood) {
      Table control = TableFile.written(Path.of(arguments[2]), train.schema(), scratch);
      result.put("likelihood_auc", attack(likelihood, train, control));
    }
    describe(model, train);
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
    O bound = Synthesizers.bind(model, options);
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    FittedSynthesizer fitted = model.fit(train, bound, new FitContext(SEED, run));
    result.withArray(prefix + "fit_seconds").add(since(start));
    start = System.nanoTime();
    long[] seen = new long[1];
    fitted.sample(SampleRequest.rows(rows, SEED), batch -> seen[0] += batch.rows(), run);
    result.withArray(prefix + "sample_seconds").add(since(start));
    result.withArray(prefix + "cpu_seconds").add((PROCESS.getProcessCpuTime() - cpu) / 1e9);
    if (seen[0] != rows) {
      throw new IllegalStateException("rows = " + seen[0] + ", expected " + rows);
    }
    return fitted;
  }

  /** The chance that a learnt row is likelier than a control row, ties by half. */
  private double attack(LikelihoodModel model, Table train, Table control) {
    double[] learnt = model.logLikelihood(train, run);
    double[] unseen = model.logLikelihood(control, run);
    double[] ranks = new NaturalRanking().rank(MathArrays.concatenate(learnt, unseen));
    double sum = Arrays.stream(ranks, 0, learnt.length).sum();
    return (sum / learnt.length - (learnt.length + 1) / 2.0) / unseen.length;
  }

  private void describe(Synthesizer<?> model, Table train) {
    result.put("model", model.name());
    result.put("fitted_rows", train.rows());
    result.put("sampled_rows", train.rows());
    result.put("java", System.getProperty("java.vm.version"));
    result.put("kernels", Kernels.twin());
    result.put("threads", run.threads());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
