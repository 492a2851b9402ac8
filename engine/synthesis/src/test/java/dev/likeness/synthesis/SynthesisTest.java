package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import dev.likeness.table.options.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SynthesisTest {

  private static final Table TABLE = TestTables.mixed(1000);

  private static SynthesisRequest request(List<Integer> columns) {
    return new SynthesisRequest("independent", JsonNodeFactory.instance.objectNode(), 3, columns);
  }

  @Test
  void trainingAndControlRowsShareTheTable() {
    SynthesisRequest request = request(List.of());
    Table training = Synthesis.training(TABLE, request).toTable();
    Table control = Synthesis.control(TABLE, request);
    assertThat(training.rows() + control.rows()).isEqualTo(1000);
    assertThat(control.rows()).isBetween(150, 250);
    int[] expected = Synthesis.split(request, 1000).trainingRows(1000);
    assertThat(((NumericColumn) training.column(2)).values())
        .isEqualTo(((NumericColumn) TABLE.select(expected).column(2)).values());
  }

  @Test
  void readsTrainingRowsByRange() {
    TableSource training = Synthesis.training(TABLE, request(List.of(2)));
    double[] all = ((NumericColumn) training.toTable().column(0)).values();
    double[] part = ((NumericColumn) training.read(100, 200).column(0)).values();
    assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(all, 100, 200));
    assertThat(training.read(5, 5).rows()).isZero();
  }

  /** The table as a source that is not a table, so that it is read batch by batch. */
  private record Batches(Table table, List<Long> spans) implements TableSource {

    @Override
    public Schema schema() {
      return table.schema();
    }

    @Override
    public long rowCount() {
      return table.rows();
    }

    @Override
    public Table read(long from, long to) {
      spans.add(to - from);
      return table.read(from, to);
    }
  }

  @Test
  void batchesAddUpToTheTableAndTextIsLeftBehind() {
    Table wide = TestTables.wide(9000, 1000);
    Batches batches = new Batches(wide, new ArrayList<>());
    SynthesisRequest request = request(List.of());
    Table whole = Synthesis.training(wide, request).toTable();
    Table gathered = Synthesis.training(batches, request).toTable();
    assertThat(batches.spans()).hasSizeGreaterThan(3).allMatch(span -> span <= 2000);
    for (int i = 0; i < whole.columns().size(); i++) {
      assertSame(whole.column(i), gathered.column(i));
    }
    Table mixed = TestTables.mixed(1000);
    Table read = Synthesis.training(new Batches(mixed, new ArrayList<>()), request).toTable();
    Table direct = Synthesis.training(mixed, request).toTable();
    for (int i = 0; i < read.columns().size(); i++) {
      assertSame(direct.column(i), read.column(i));
    }
  }

  private static void assertSame(Column expected, Column actual) {
    switch (expected) {
      case NumericColumn c -> assertThat(((NumericColumn) actual).values()).isEqualTo(c.values());
      case TemporalColumn c -> assertThat(((TemporalColumn) actual).values()).isEqualTo(c.values());
      case CategoricalColumn c -> {
        assertThat(((CategoricalColumn) actual).codes()).isEqualTo(c.codes());
        assertThat(((CategoricalColumn) actual).dictionary()).isEqualTo(c.dictionary());
      }
      case TextColumn c -> {
        assertThat(actual.missingCount()).isEqualTo(c.missingCount());
        assertThat(((TextColumn) actual).values())
            .allMatch(v -> v.map(String::isEmpty).orElse(true));
      }
    }
  }

  @Test
  void aTableTooLargeToLearnWholeIsThinnedTheSameWayEachTime() {
    Selection all = Selection.training(TABLE, SplitSpec.none(), List.of());
    CounterRandom random = CounterRandom.of(7);
    Selection thin = all.thinned(100, random);
    assertThat(thin.rows()).hasSizeBetween(60, 100).isSorted().doesNotHaveDuplicates();
    assertThat(thin.rows()).isEqualTo(all.thinned(100, random).rows());
    assertThat(all.thinned(1000, random)).isSameAs(all);
  }

  /** Rows that nobody reads. */
  private record Endless(Schema schema, long rowCount) implements TableSource {

    @Override
    public Table read(long from, long to) {
      throw new AssertionError("rows are counted, not read");
    }
  }

  @Test
  void tellsHowManyRowsOfALargeTableWereLearnt() {
    Table wide = TestTables.wide(1, 20);
    SynthesisRequest request = SynthesisRequest.of("boost", 42);
    long rows = 2_000_000;
    long got = Synthesis.training(new Endless(wide.schema(), rows), request).rowCount();
    assertThat(got).isBetween(990_000L, 1_000_000L);
    Provenance told = new Provenance("boost", "1", 42, got, JsonNodeFactory.instance.objectNode());
    LearntRows learnt = Synthesis.learnt(told, request, rows);
    assertThat(learnt.training()).isBetween(1_590_000L, 1_610_000L);
    assertThat(learnt.sentence())
        .hasValue(
            String.format(
                Locale.ROOT,
                "Learnt from %,d of %,d training rows, chosen by the seed; each tree from at most"
                    + " 100,000 of them.",
                got,
                learnt.training()));
  }

  @Test
  void saysWhatWasLeftOutAndNothingWhereNothingWas() {
    OptionalInt trees = OptionalInt.of(100_000);
    assertThat(new LearntRows(1_000_000, 8_000_000, OptionalInt.empty()).sentence())
        .hasValue("Learnt from 1,000,000 of 8,000,000 training rows, chosen by the seed.");
    assertThat(new LearntRows(400_000, 400_000, trees).sentence())
        .hasValue("Learnt from all 400,000 training rows; each tree from at most 100,000 of them.");
    assertThat(new LearntRows(100_000, 100_000, trees).sentence()).isEmpty();
    assertThat(new LearntRows(400_000, 400_000, OptionalInt.empty()).sentence()).isEmpty();
  }

  @Test
  void keepsChosenColumnsInTheOrderOfTheFile() {
    FittedSynthesizer model = Synthesis.fit(TABLE, request(List.of(4, 0)), RunContext.quiet());
    assertThat(model.schema().fields()).extracting(Field::name).containsExactly("age", "flag");
    assertThatThrownBy(() -> Synthesis.training(TABLE, request(List.of(6))))
        .hasMessage("column = 6, expected in [0, 6)");
    assertThatThrownBy(() -> Synthesis.training(TABLE, request(List.of(1, 1))))
        .hasMessage("column = 1, expected once");
  }

  @Test
  void makesAsManyRowsAsAsked() {
    SynthesisRequest request = request(List.of());
    FittedSynthesizer model = Synthesis.fit(TABLE, request, RunContext.quiet());
    List<Integer> sizes = new ArrayList<>();
    Synthesis.sample(model, request, 5000, b -> sizes.add(b.rows()), RunContext.quiet());
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5000);
    assertThat(model.provenance().rows()).isEqualTo(Synthesis.training(TABLE, request).rowCount());
  }

  @Test
  void checksARequestWithoutRunningIt() {
    Synthesis.check(request(List.of()));
    assertThatThrownBy(() -> Synthesis.check(SynthesisRequest.of("magic", 1)))
        .isInstanceOf(UnknownModelException.class);
    assertThatThrownBy(
            () ->
                Synthesis.check(
                    new SynthesisRequest(
                        "gaussian-copula",
                        JsonNodeFactory.instance.objectNode().put("sweeps", 0),
                        1,
                        List.of())))
        .isInstanceOf(InvalidOptionException.class);
  }
}
