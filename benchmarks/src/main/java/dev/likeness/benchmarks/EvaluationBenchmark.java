package dev.likeness.benchmarks;

import dev.likeness.evaluation.Evaluation;
import dev.likeness.evaluation.EvaluationReport;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Table;
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

/** Scoring 32,561 synthetic rows of 15 columns, all pairs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EvaluationBenchmark {

  private Table train;
  private Table control;
  private Table synthetic;

  /** Cuts three tables from one population. */
  @Setup
  public void prepare() {
    Table all = People.of(65_122);
    train = all.select(IntStream.range(0, 26_048).toArray());
    control = all.select(IntStream.range(26_048, 32_561).toArray());
    synthetic = all.select(IntStream.range(32_561, 65_122).toArray());
  }

  /** Scores. */
  @Benchmark
  public EvaluationReport evaluate() {
    return Evaluation.of(train, control, synthetic, RunContext.quiet());
  }
}
