package dev.likeness.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.treatment.CellTreatment;
import dev.likeness.privacy.treatment.ColumnContext;
import dev.likeness.privacy.treatment.Row;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.privacy.treatment.Treatments;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.StorageType;
import dev.likeness.table.TextFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Treating single cells on one thread, cells per second; every cell of a batch is another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TreatmentBenchmark {

  private static final int CELLS = 10_000;

  /** Which treatment. */
  @Param({"fpe", "encrypt", "hash", "fake"})
  public String treatment = "fpe";

  /** What the cells hold. */
  @Param({"record_id", "phone", "email", "person_name"})
  public String type = "email";

  private final String[] cells = new String[CELLS];
  private CellTreatment treat = (value, row) -> value;
  private Row row = new OneCell("");

  /** A row of one cell. */
  private record OneCell(String cell) implements Row {
    @Override
    public long number() {
      return 0;
    }

    @Override
    public Optional<String> original(int column) {
      return Optional.of(cell);
    }
  }

  /** Makes cells and prepares the treatment. */
  @Setup
  public void prepare() {
    for (int i = 0; i < CELLS; i++) {
      cells[i] = cell(i);
    }
    Field field =
        new Field("c", StorageType.TEXT, Measure.NOMINAL, Role.DIRECT_IDENTIFIER, TextFormat.PLAIN);
    TableContext table = new TableContext(List.of(new TableContext.Column(field, type)));
    DataKey key = DataKey.generate(KeyScope.dataset("default", "benchmark"));
    treat =
        Treatments.bind(treatment, JsonNodeFactory.instance.objectNode())
            .prepare(new ColumnContext(table, 0, Optional.of(key), Vault.NONE));
    row = new OneCell(cells[0]);
  }

  private String cell(int i) {
    return switch (type) {
      case "record_id" -> String.format(Locale.ROOT, "%010d", 4_000_000_000L + i * 7919L);
      case "phone" -> String.format(Locale.ROOT, "+49 30 %07d", 1_000_000 + i * 331);
      case "email" -> "given" + i + ".family@company.com";
      default -> "Given Family" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26);
    };
  }

  /** Treats a batch. */
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public void treat(Blackhole sink) {
    for (String cell : cells) {
      sink.consume(treat.treat(cell, row));
    }
  }
}
