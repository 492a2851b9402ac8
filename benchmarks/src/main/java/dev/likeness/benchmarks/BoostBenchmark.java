package dev.likeness.benchmarks;

import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.Table;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** {@code boost} on 26,048 made-up people × 15 columns, all threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class BoostBenchmark {

  private static final int ROWS = 26_048;
  private static final RunContext RUN = RunContext.quiet();

  private Table table;
  private LikelihoodModel model;

  /** Makes the people and a model of them. */
  @Setup
  public void prepare() {
    table = People.of(ROWS);
    model = fit();
  }

  /** Learns. */
  @Benchmark
  public LikelihoodModel fit() {
    return fit(Synthesizers.named("boost"));
  }

  private <O extends Record> LikelihoodModel fit(Synthesizer<O> boost) {
    FitContext context = new FitContext(42, RUN);
    return (LikelihoodModel) boost.fit(table, Synthesizers.bind(boost, Map.of()), context);
  }

  /** Makes as many rows as were learnt; returns how many. */
  @Benchmark
  public long sample() {
    long[] made = new long[1];
    model.sample(SampleRequest.rows(ROWS, 42), batch -> made[0] += batch.rows(), RUN);
    return made[0];
  }

  /** Tells how likely each learnt row is. */
  @Benchmark
  public double[] logLikelihood() {
    return model.logLikelihood(table, RUN);
  }
}
