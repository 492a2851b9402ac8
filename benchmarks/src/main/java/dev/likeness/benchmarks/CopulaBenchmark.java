package dev.likeness.benchmarks;

import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Fitting the Gaussian copula, and sampling from it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class CopulaBenchmark {

  /** Rows that are learnt, and as many that are sampled. */
  @Param({"2000", "26048"})
  public int rows;

  /** Threads that may work. */
  @Param({"1", "2"})
  public int threads;

  private Table table;
  private FittedSynthesizer fitted;

  /** Makes the table. */
  @Setup
  public void prepare() {
    table = People.of(rows);
    fitted = fit();
  }

  /** Fits. */
  @Benchmark
  public FittedSynthesizer fit() {
    return fit(Synthesizers.named("gaussian-copula"));
  }

  private <O extends Record> FittedSynthesizer fit(Synthesizer<O> model) {
    return model.fit(table, Synthesizers.bind(model, Map.of()), new FitContext(42, run()));
  }

  /** Samples. */
  @Benchmark
  public void sample(Blackhole hole) {
    fitted.sample(SampleRequest.rows(rows, 42), hole::consume, run());
  }

  private RunContext run() {
    return RunContext.quiet().withThreads(threads);
  }
}
