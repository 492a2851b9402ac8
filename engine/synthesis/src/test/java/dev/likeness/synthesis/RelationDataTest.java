package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfiler;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.stats.KolmogorovSmirnov;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relations of real tables: they hold, and the columns look like the original as before. */
class RelationDataTest {

  private static final Path DATA = Path.of("..", "..", "..", "shared", "data");

  @TempDir private static Path folder;

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "adult/adult.csv.gz, gaussian-copula, education ↔ education-num, 0.005",
    "northwind/orders.csv, boost, OrderID_2 = OrderID, 0.01",
    "northwind/orders.csv, gaussian-copula, OrderDate ≤ ShippedDate, 0.01",
    "mushrooms/mushrooms.csv, boost, combinations of odor and stalk_color_above_ring, 0.005",
    "nyc-flights/nyc-flights.csv.gz, gaussian-copula, combinations of carrier and dest, 0.005"
  })
  void holdAndCostNoShape(String file, String model, String notation, double lost)
      throws IOException {
    Path source = DATA.resolve(file);
    assumeTrue(Files.exists(source), () -> "SKIPPED: " + file + " of the shared data is not here");
    Table table = read(source);
    SynthesisRequest request = SynthesisRequest.of(model, 42);
    FittedSynthesizer kept = Synthesis.fit(table, request, RunContext.quiet());
    Table made = rows(kept, request, table.rows());
    assertThat(kept.relations())
        .allMatch(relation -> relation.check(made).exceptions() == 0)
        .extracting(Relation::notation)
        .contains(notation);
    SynthesisRequest off = request.with(Relations.OFF);
    Table loose = rows(Synthesis.fit(table, off, RunContext.quiet()), off, table.rows());
    assertThat(kept.relations()).anyMatch(relation -> relation.check(loose).exceptions() > 0);
    Table training = Synthesis.training(table, request).toTable();
    assertThat(shape(training, made)).isGreaterThan(shape(training, loose) - lost);
  }

  private static Table rows(FittedSynthesizer model, SynthesisRequest request, int rows) {
    List<Table> batches = new ArrayList<>();
    Synthesis.sample(model, request, rows, batches::add, RunContext.quiet());
    return Batches.joined(batches);
  }

  private static Table read(Path source) throws IOException {
    Path csv = source;
    if (source.toString().endsWith(".gz")) {
      csv = folder.resolve(source.getFileName() + ".csv");
      if (!Files.exists(csv)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(source))) {
          Files.copy(in, csv);
        }
      }
    }
    RunContext run = RunContext.quiet();
    Path canonical = folder.resolve(source.getFileName() + ".parquet");
    Reading reading = TableReader.ingest(csv, canonical, ReadLimits.defaults(), run);
    try (CanonicalTable table =
        CanonicalTable.open(canonical, TableProfiler.profile(canonical, reading, run).schema())) {
      Table all = table.toTable();
      return all.only(
          IntStream.range(0, all.schema().width())
              .filter(i -> all.schema().field(i).isModelled())
              .toArray());
    }
  }

  /** Mean over the columns of one minus the distance of their distributions. */
  private static double shape(Table a, Table b) {
    return IntStream.range(0, a.schema().width())
        .mapToDouble(i -> 1 - distance(a.column(i), b.column(i)))
        .average()
        .orElse(0);
  }

  private static double distance(Column a, Column b) {
    if (a instanceof CategoricalColumn x && b instanceof CategoricalColumn y) {
      Map<String, Double> shares = new HashMap<>();
      count(x, 1.0 / x.size(), shares);
      count(y, -1.0 / y.size(), shares);
      return shares.values().stream().mapToDouble(Math::abs).sum() / 2;
    }
    return KolmogorovSmirnov.distance(numbers(a), numbers(b)).orElse(0);
  }

  private static void count(CategoricalColumn column, double weight, Map<String, Double> shares) {
    for (int code : column.codes()) {
      shares.merge(code < 0 ? "" : column.dictionary().get(code), weight, Double::sum);
    }
  }

  private static double[] numbers(Column column) {
    return column instanceof NumericColumn numbers
        ? numbers.values()
        : Arrays.stream(((TemporalColumn) column).values())
            .mapToDouble(x -> x == TemporalColumn.MISSING ? Double.NaN : x)
            .toArray();
  }
}
