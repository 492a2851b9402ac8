package dev.likeness.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.boosting.BoostedTrees;
import dev.likeness.boosting.Booster;
import dev.likeness.boosting.CodeMatrix;
import dev.likeness.boosting.Feature;
import dev.likeness.boosting.Objective;
import dev.likeness.boosting.Sample;
import dev.likeness.boosting.Settings;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Does every fit that a file asks for, once for each line on standard input, and prints seconds and
 * mean log loss as JSON: our side of {@code benchmarks/boosting/run}.
 *
 * <p>Arguments: path of the files without {@code .json} and {@code .bin}, threads.
 */
public final class BoostingRun {

  /** One fit: rows whose code of a column lies in [low, high); does it lie from cut on? */
  private record Job(int[] rows, double[] targets, int width, Settings settings) {}

  private final CodeMatrix matrix;
  private final List<Job> jobs;
  private final RunContext run;
  private final BoostedTrees[] trees;

  private BoostingRun(CodeMatrix matrix, List<Job> jobs, int threads) {
    this.matrix = matrix;
    this.jobs = jobs;
    this.run = RunContext.quiet().withThreads(threads);
    this.trees = new BoostedTrees[jobs.size()];
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    JsonNode header = new ObjectMapper().readTree(Path.of(arguments[0] + ".json").toFile());
    byte[][] codes = codes(header, Files.readAllBytes(Path.of(arguments[0] + ".bin")));
    BoostingRun all =
        new BoostingRun(matrix(header, codes), jobs(header, codes), Integer.parseInt(arguments[1]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.out.println(all.measured());
    }
  }

  private static byte[][] codes(JsonNode header, byte[] bytes) {
    int rows = header.path("rows").asInt();
    return IntStream.range(0, header.path("ordered").size())
        .mapToObj(i -> Arrays.copyOfRange(bytes, i * rows, (i + 1) * rows))
        .toArray(byte[][]::new);
  }

  private static CodeMatrix matrix(JsonNode header, byte[][] codes) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      int cardinality = header.path("cardinalities").path(i).asInt();
      features.add(
          header.path("ordered").path(i).asBoolean()
              ? Feature.ordered(cardinality)
              : Feature.categorical(cardinality));
    }
    return CodeMatrix.of(features, codes);
  }

  private static List<Job> jobs(JsonNode header, byte[][] codes) {
    List<Job> jobs = new ArrayList<>();
    for (JsonNode fit : header.path("fits")) {
      int column = fit.path("column").asInt();
      byte[] target = codes[column];
      int low = fit.path("low").asInt();
      int high = fit.path("high").asInt();
      int cut = fit.path("cut").asInt();
      int[] rows =
          IntStream.range(0, target.length)
              .filter(row -> (target[row] & 0xFF) >= low && (target[row] & 0xFF) < high)
              .toArray();
      double[] targets =
          Arrays.stream(rows).mapToDouble(row -> (target[row] & 0xFF) >= cut ? 1 : 0).toArray();
      Settings settings =
          Settings.of(Objective.LOGISTIC)
              .withSize(fit.path("rounds").asInt(), fit.path("leaves").asInt())
              .withLearningRate(fit.path("rate").asDouble())
              .withMinLeafRows(fit.path("min_leaf").asInt());
      jobs.add(new Job(rows, targets, column, settings));
    }
    return jobs;
  }

  private String measured() {
    long start = System.nanoTime();
    if (jobs.size() == 1) {
      trees[0] = fit(0, run);
    } else {
      fitAll();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double loss = 0;
    long rows = 0;
    for (int i = 0; i < jobs.size(); i++) {
      loss += loss(jobs.get(i), trees[i]);
      rows += jobs.get(i).rows().length;
    }
    return "{\"seconds\":" + seconds + ",\"loss\":" + loss / rows + "}";
  }

  /** The largest first, so that the last ones fill the gaps. */
  private void fitAll() {
    int[] order =
        IntStream.range(0, jobs.size())
            .boxed()
            .sorted(
                (a, b) ->
                    Long.compare(
                        (long) jobs.get(b).rows().length * jobs.get(b).width(),
                        (long) jobs.get(a).rows().length * jobs.get(a).width()))
            .mapToInt(i -> i)
            .toArray();
    Map<Thread, Booster> boosters = new ConcurrentHashMap<>();
    RunContext alone = run.withThreads(1);
    Parallel.forEach(
        order.length,
        run,
        i -> {
          Job job = jobs.get(order[i]);
          Booster booster =
              boosters.computeIfAbsent(Thread.currentThread(), t -> new Booster(matrix));
          trees[order[i]] =
              booster
                  .fit(
                      Sample.of(job.rows(), job.targets()),
                      Sample.none(),
                      job.width(),
                      0,
                      job.settings(),
                      alone)
                  .trees();
        });
  }

  private BoostedTrees fit(int job, RunContext context) {
    Job one = jobs.get(job);
    return new Booster(matrix)
        .fit(
            Sample.of(one.rows(), one.targets()),
            Sample.none(),
            one.width(),
            0,
            one.settings(),
            context)
        .trees();
  }

  private double loss(Job job, BoostedTrees fitted) {
    double[] p = fitted.predict(matrix, job.rows());
    double loss = 0;
    for (int i = 0; i < p.length; i++) {
      loss -= StrictMath.log(job.targets()[i] > 0.5 ? p[i] : 1 - p[i]);
    }
    return loss;
  }
}
