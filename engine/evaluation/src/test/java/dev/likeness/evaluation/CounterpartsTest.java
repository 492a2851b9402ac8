package dev.likeness.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.Cancellation;
import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.Table;
import dev.likeness.table.condition.Condition;
import dev.likeness.table.condition.ConditionText;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterpartsTest {

  private static final Path ADULT = Path.of("../../../shared/data/adult/adult.csv.gz");
  private static final Table PEOPLE = Tables.people(1, 70_000);
  private static final SplitSpec SPLIT = new SplitSpec(42, 0.2);
  private static final double[] AGES = ((NumericColumn) PEOPLE.column(0)).values();
  private static final List<String> TOWNS = texts(PEOPLE, 3);

  private static List<String> texts(Table table, int position) {
    CategoricalColumn column = (CategoricalColumn) table.column(position);
    return Arrays.stream(column.codes())
        .mapToObj(code -> code < 0 ? "" : column.dictionary().get(code))
        .toList();
  }

  private static Counterparts of(Table table, Conditions conditions) {
    return Counterparts.of(table, SPLIT, conditions, Cancellation.NEVER);
  }

  private static List<Condition> where(Table table, String... conditions) {
    List<String> names = table.schema().fields().stream().map(Field::name).toList();
    return Arrays.stream(conditions).map(text -> ConditionText.parse(text, names)).toList();
  }

  private static Conditions.Group group(long rows, String... conditions) {
    return new Conditions.Group(OptionalLong.of(rows), where(PEOPLE, conditions));
  }

  private static void assertHas(Counterparts found, IntPredicate expected) {
    assertThat(IntStream.range(0, PEOPLE.rows()))
        .allMatch(row -> found.contains(row) == expected.test(row));
    assertThat(found.count(PEOPLE.rows()))
        .isEqualTo(IntStream.range(0, PEOPLE.rows()).filter(expected).count());
  }

  private static long learnt(IntPredicate rows) {
    return Arrays.stream(SPLIT.trainingRows(PEOPLE.rows())).filter(rows).count();
  }

  @Test
  void withoutConditionsTheyAreAllRowsAndNothingIsSaid() {
    Counterparts all = of(PEOPLE, Conditions.none());
    assertHas(all, row -> true);
    assertThat(all.sentence()).isEmpty();
  }

  @Test
  void rowsUnderConditionsHaveThoseThatFulfilAllOfThem() {
    Counterparts found = of(PEOPLE, Conditions.where(where(PEOPLE, "age>=60", "town=Graz")));
    IntPredicate alike = row -> AGES[row] >= 60 && TOWNS.get(row).equals("Graz");
    assertHas(found, alike);
    assertThat(found.sentence())
        .hasValue(
            String.format(
                Locale.ROOT,
                "Compared with the %,d training rows that fulfil the conditions.",
                learnt(alike)));
  }

  @Test
  void groupsHaveThoseThatFulfilTheConditionsOfOneOfThem() {
    Counterparts found =
        of(
            PEOPLE,
            new Conditions(
                List.of(group(10, "age<30"), group(20, "town=Graz"), group(5, "age<25")),
                Optional.empty()));
    IntPredicate alike = row -> AGES[row] < 30 || TOWNS.get(row).equals("Graz");
    assertHas(found, alike);
    assertThat(found.sentence())
        .hasValue(
            String.format(
                Locale.ROOT,
                "Compared with the %,d training rows that fulfil the conditions of a group, in the"
                    + " shares that groups have among them.",
                learnt(alike)));
  }

  @Test
  void aGroupWithoutConditionsHasAllRows() {
    assertHas(
        of(PEOPLE, new Conditions(List.of(group(10, "age<30"), group(20)), Optional.empty())),
        row -> true);
  }

  @Test
  void whereFewRowsFulfilThemTheyAreAllRowsAndThatIsSaidButNotHowFew() {
    Table few = PEOPLE.select(IntStream.range(0, 600).toArray());
    String all = "Compared with all " + SPLIT.trainingRows(600).length + " training rows: ";
    long alike =
        Arrays.stream(SPLIT.trainingRows(600)).filter(row -> TOWNS.get(row).equals("t7")).count();
    assertThat(alike).isBetween(2L, 99L);

    Counterparts some = of(few, Conditions.where(where(few, "town=t7")));
    Counterparts none = of(few, Conditions.where(where(few, "age>900")));

    assertThat(some.count(600)).isEqualTo(600);
    assertThat(some.sentence()).hasValue(all + "fewer than 100 of them fulfil the conditions.");
    assertThat(none.sentence()).isEqualTo(some.sentence());
  }

  @Test
  void sharesOfAColumnAreNotThoseOfRealRowsWhichIsSaid() {
    List<String> names = PEOPLE.schema().fields().stream().map(Field::name).toList();
    Counterparts found =
        of(
            PEOPLE,
            Conditions.where(where(PEOPLE, "age>=60"))
                .with(ConditionText.rebalance("town: Graz=0.9", names)));
    assertHas(found, row -> true);
    assertThat(found.sentence())
        .hasValue(
            String.format(
                Locale.ROOT,
                "Compared with all %,d training rows: real rows do not have the shares that were"
                    + " asked for.",
                learnt(row -> true)));
  }

  @Test
  void stopsWhenAskedTo() {
    Conditions old = Conditions.where(where(PEOPLE, "age>=60"));
    assertThatThrownBy(() -> Counterparts.of(PEOPLE, SPLIT, old, () -> true))
        .isInstanceOf(CancelledException.class);
  }

  /** Rows that are right, as they are real: against all rows they look wrong. */
  @Test
  void realRowsUnderAConditionComeOutAsWellAsExpected(@TempDir Path folder) throws IOException {
    if (!Files.exists(ADULT)) {
      System.out.println("SKIPPED: CounterpartsTest, ../shared/data is not there");
    }
    Assumptions.assumeTrue(Files.exists(ADULT), "shared data is there");
    Table adult = adult(folder);
    Counterparts rich = of(adult, Conditions.where(where(adult, "income=>50K")));
    assertThat(rich.sentence().orElseThrow()).startsWith("Compared with the 6,");
    CounterRandom random = CounterRandom.of(5);
    IntPredicate isRich = rich::contains;
    IntPredicate learnt = row -> !SPLIT.isControl(row) && random.uniform(row, 0) < 0.5;
    IntPredicate made = row -> !SPLIT.isControl(row) && random.uniform(row, 0) >= 0.5;
    Table rows = some(adult, made.and(isRich));

    EvaluationReport all =
        Evaluation.of(some(adult, learnt), some(adult, SPLIT::isControl), rows, RunContext.quiet());
    EvaluationReport alike =
        Evaluation.of(
            some(adult, learnt.and(isRich)),
            some(adult, isRich.and(SPLIT::isControl)),
            rows,
            RunContext.quiet());

    assertThat(all.quality().value().orElseThrow())
        .isLessThan(all.quality().expected().orElseThrow() - 0.1);
    assertThat(alike.quality().value().orElseThrow())
        .isCloseTo(alike.quality().expected().orElseThrow(), within(0.01));
  }

  private static Table some(Table table, IntPredicate wanted) {
    return table.select(IntStream.range(0, table.rows()).filter(wanted).toArray());
  }

  private static Table adult(Path folder) throws IOException {
    Path csv = folder.resolve("adult.csv");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(ADULT))) {
      Files.copy(in, csv);
    }
    Path canonical = folder.resolve("adult.parquet");
    RunContext run = RunContext.quiet();
    Reading reading = TableReader.ingest(csv, canonical, ReadLimits.defaults(), run);
    try (CanonicalTable table =
        CanonicalTable.open(canonical, TableProfiler.profile(canonical, reading, run).schema())) {
      return table.toTable();
    }
  }
}
