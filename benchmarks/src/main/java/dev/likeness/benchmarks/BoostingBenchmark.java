package dev.likeness.benchmarks;

import dev.likeness.boosting.BoostedTrees;
import dev.likeness.boosting.Booster;
import dev.likeness.boosting.CodeMatrix;
import dev.likeness.boosting.Feature;
import dev.likeness.boosting.Objective;
import dev.likeness.boosting.Sample;
import dev.likeness.boosting.Settings;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One classifier of 40 trees with 15 leaves on 26,048 rows × 14 codes: learning, and asking it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BoostingBenchmark {

  private static final int ROWS = 26_048;
  private static final int FEATURES = 14;
  private static final int CODES = 64;
  private static final Settings SETTINGS = Settings.of(Objective.LOGISTIC).withSize(40, 15);

  private final RunContext run = RunContext.quiet().withThreads(1);
  private CodeMatrix matrix;
  private Booster booster;
  private Sample sample;
  private int[] rows;
  private BoostedTrees trees;

  /** Codes at random; the target hangs on three of them. */
  @Setup
  public void prepare() {
    CounterRandom random = CounterRandom.of(1);
    byte[][] codes = new byte[FEATURES][ROWS];
    double[] targets = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < FEATURES; i++) {
        codes[i][row] = (byte) (random.uniform(row, i) * CODES);
      }
      targets[row] = codes[0][row] + codes[1][row] > CODES == codes[2][row] < CODES / 3 ? 1 : 0;
    }
    matrix = CodeMatrix.of(Collections.nCopies(FEATURES, Feature.ordered(CODES)), codes);
    booster = new Booster(matrix);
    rows = IntStream.range(0, ROWS).toArray();
    sample = Sample.of(rows, targets);
    trees = fit();
  }

  /** Learns; the booster keeps its room from one call to the next. */
  @Benchmark
  public BoostedTrees fit() {
    return booster.fit(sample, Sample.none(), FEATURES, 0, SETTINGS, run).trees();
  }

  /** Asks for all rows. */
  @Benchmark
  public double[] predict() {
    return trees.predict(matrix, rows);
  }
}
