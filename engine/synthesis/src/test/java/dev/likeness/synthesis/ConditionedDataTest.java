package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.Restriction;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conditioned rows against the exact answer: rows that the same model makes without a condition, of
 * which only those are kept that fulfil it. Random conditions on real tables, fixed seeds.
 */
class ConditionedDataTest {

  private static final Path DATA = Path.of("..", "..", "..", "shared", "data");
  private static final List<String> TABLES =
      List.of("adult", "bank-marketing", "california-housing", "insurance", "magic-gamma");
  private static final int CONDITIONS = 5;
  private static final int ANNOUNCED = 3;
  private static final int FREE_ROWS = 40_000;
  private static final int FEWEST = 600;
  private static final int COMPARED = 1500;
  private static final int PERMUTATIONS = 499;
  private static final double LEVEL = 0.05;
  private static final Map<String, Table> READ = new ConcurrentHashMap<>();

  @TempDir private static Path folder;

  static Stream<Arguments> cases() {
    if (!Files.isDirectory(DATA)) {
      System.out.println("SKIPPED: ConditionedDataTest, ../shared/data is not there");
      return Stream.of(Arguments.of(Synthesizers.named("independent"), ""));
    }
    return TABLES.stream().flatMap(table -> models().map(model -> Arguments.of(model, table)));
  }

  /** What {@code auto} learns is one of the others, byte for byte. */
  private static Stream<Synthesizer<?>> models() {
    return Synthesizers.all().stream().filter(model -> !model.name().equals("auto"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void conditionedRowsAreThoseThatTheModelMakesAnyway(Synthesizer<?> model, String name) {
    org.junit.jupiter.api.Assumptions.assumeFalse(name.isEmpty());
    Table table = READ.computeIfAbsent(name, ConditionedDataTest::read);
    CounterRandom random = CounterRandom.of(2026).derive(name);
    FittedSynthesizer fitted = fit(model, table, announced(table, random.derive("announced")));
    Table free = sample(fitted, SampleRequest.rows(FREE_ROWS, 11));
    double tests = CONDITIONS * TABLES.size();
    List<String> failures = new ArrayList<>();
    for (int c = 0; c < CONDITIONS; c++) {
      Restriction restriction = likely(table, free, random.derive(c));
      Table oracle = matching(free, restriction, COMPARED);
      SampleRequest request = SampleRequest.rows(oracle.rows(), 12);
      Table conditioned = sample(fitted, request.with(RowPlan.under(restriction)));
      assertThat(restriction.admits(conditioned.columns())).doesNotContain(false);
      double p = PermutationTest.p(oracle, conditioned, PERMUTATIONS, random.derive("permute"));
      if (p < LEVEL / tests) {
        failures.add("condition " + c + " on " + restriction.sets().keySet() + ": p = " + p);
      }
    }
    assertThat(failures).isEmpty();
  }

  private static <O extends Record> FittedSynthesizer fit(
      Synthesizer<O> model, Table table, Set<Integer> announced) {
    O options = Synthesizers.bind(model, JsonNodeFactory.instance.objectNode());
    return model.fit(table, options, new FitContext(1, RunContext.quiet(), announced));
  }

  /** Some columns, so that some conditions are on columns that the fit heard of. */
  private static Set<Integer> announced(Table table, CounterRandom random) {
    return IntStream.range(0, ANNOUNCED)
        .mapToObj(i -> (int) random.below(table.columns().size(), i, 0))
        .collect(Collectors.toSet());
  }

  private static Table sample(FittedSynthesizer fitted, SampleRequest request) {
    Gathered gathered = new Gathered(fitted.schema(), (int) (request.to() - request.from()));
    fitted.sample(request, gathered::add, RunContext.quiet());
    return gathered.table();
  }

  /** One to three random conditions that at least some rows of a sample fulfil. */
  private static Restriction likely(Table table, Table free, CounterRandom random) {
    for (int attempt = 0; ; attempt++) {
      CounterRandom stream = random.derive(attempt);
      Restriction restriction = Restriction.none();
      int wanted = 1 + (int) stream.below(3, 0, 0);
      for (int i = 1; restriction.sets().size() < wanted; i++) {
        int position = (int) stream.below(table.columns().size(), i, 0);
        if (table.schema().field(position).isModelled()
            && !restriction.sets().containsKey(position)) {
          restriction = restriction.and(position, set(table.column(position), stream, i));
        }
      }
      if (matching(free, restriction, FEWEST).rows() == FEWEST) {
        return restriction;
      }
    }
  }

  /** The values of two or three rows and what lies between them, or the categories of some rows. */
  private static ValueSet set(Column column, CounterRandom random, int draw) {
    int[] rows =
        IntStream.range(1, 4).map(k -> (int) random.below(column.size(), draw, k)).toArray();
    if (column.isMissing(rows[0])) {
      return column instanceof CategoricalColumn ? CategorySet.MISSING : NumberSet.MISSING;
    }
    return switch (column) {
      case CategoricalColumn c -> {
        Set<String> values =
            Set.copyOf(
                Arrays.stream(rows)
                    .limit(random.below(2, draw, 4) + 1)
                    .filter(row -> !c.isMissing(row))
                    .mapToObj(row -> c.dictionary().get(c.codes()[row]))
                    .toList());
        CategorySet set = CategorySet.of(values);
        yield random.below(2, draw, 5) == 0
            ? set
            : new CategorySet(java.util.Optional.empty(), values, List.of(), false);
      }
      case NumericColumn c -> between(c.values()[rows[0]], c.values()[rows[1]]);
      case TemporalColumn c -> between(c.values()[rows[0]], c.values()[rows[1]]);
      case TextColumn c -> throw new IllegalArgumentException("text");
    };
  }

  private static NumberSet between(double a, double b) {
    double other = Double.isNaN(b) ? Double.POSITIVE_INFINITY : b;
    return NumberSet.between(Math.min(a, other), Math.max(a, other));
  }

  private static Table matching(Table table, Restriction restriction, int most) {
    boolean[] admitted = restriction.admits(table.columns());
    return table.select(
        IntStream.range(0, admitted.length).filter(row -> admitted[row]).limit(most).toArray());
  }

  /** A table of the shared data without the columns that no model looks at. */
  private static Table read(String name) {
    try {
      Path csv = unpacked(name);
      Path canonical = folder.resolve(name + ".parquet");
      RunContext run = RunContext.quiet();
      Reading reading = TableReader.ingest(csv, canonical, ReadLimits.defaults(), run);
      Schema schema = TableProfiler.profile(canonical, reading, run).schema();
      try (CanonicalTable table = CanonicalTable.open(canonical, schema)) {
        return modelled(table.toTable());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path unpacked(String name) throws IOException {
    Path plain = DATA.resolve(name).resolve(name + ".csv");
    if (Files.exists(plain)) {
      return plain;
    }
    Path target = folder.resolve(name + ".csv");
    Path packed = plain.resolveSibling(name + ".csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, target);
    }
    return target;
  }

  private static Table modelled(Table table) {
    int[] kept =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.schema().field(i).isModelled())
            .toArray();
    List<Field> fields = Arrays.stream(kept).mapToObj(table.schema()::field).toList();
    return new Table(new Schema(fields), Arrays.stream(kept).mapToObj(table::column).toList());
  }
}
