package dev.likeness.benchmarks;

import dev.likeness.table.Table;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.Dialect;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing rows as CSV, per row of 15 columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CsvWriterBenchmark {

  private static final int ROWS = 10_000;
  private static final Dialect DIALECT = new Dialect("UTF-8", ',', '"', '"', true, 0, "LF");

  private Table table;

  /** Makes the table. */
  @Setup
  public void prepare() {
    table = People.of(ROWS);
  }

  /** Writes it to nowhere. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void write() throws IOException {
    try (CsvWriter writer =
        CsvWriter.to(OutputStream.nullOutputStream(), table.schema(), DIALECT)) {
      writer.accept(table);
    }
  }
}
