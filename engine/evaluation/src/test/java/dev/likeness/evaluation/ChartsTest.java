package dev.likeness.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartsTest {

  @Test
  void extremesOfTheTrainingRowsAreNotShown() {
    List<String> ages =
        new ArrayList<>(IntStream.range(0, 990).mapToObj(i -> 20 + i % 40 + ".5").toList());
    ages.addAll(List.of("-1000", "5000", "6000", "7000", "8000"));
    Chart.Histogram chart = histogram(Field.numeric("a", 1), Tables.numbers(ages));
    assertThat(chart.edges().getFirst()).isEqualTo(20.5);
    assertThat(chart.edges().getLast()).isLessThanOrEqualTo(5000);
    assertThat(chart.real().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void fewWholeNumbersGetABinEach() {
    List<String> ratings = IntStream.range(0, 100).mapToObj(i -> "" + (1 + i % 5)).toList();
    Chart.Histogram chart = histogram(Field.numeric("a", 0), Tables.numbers(ratings));
    assertThat(chart.edges()).containsExactly(0.5, 1.5, 2.5, 3.5, 4.5, 5.5);
    assertThat(chart.real()).containsExactly(0.2, 0.2, 0.2, 0.2, 0.2);
    assertThat(chart.unit()).isEqualTo("number");
  }

  @Test
  void noHistogramHasMoreThanFiftyBins() {
    List<String> whole = IntStream.range(0, 5000).mapToObj(Integer::toString).toList();
    List<String> broken = IntStream.range(0, 50_000).mapToObj(i -> i + ".25").toList();
    assertThat(histogram(Field.numeric("a", 0), Tables.numbers(whole)).edges())
        .hasSizeLessThanOrEqualTo(51);
    assertThat(histogram(Field.numeric("a", 2), Tables.numbers(broken)).edges()).hasSize(51);
  }

  @Test
  void momentsHaveEdgesInMillisecondsSinceTheEpoch() {
    List<String> days =
        IntStream.range(0, 22).mapToObj(i -> "1970-01-0" + (1 + i / 2 % 3)).toList();
    Chart.Histogram chart = histogram(Tables.momentsField("m"), Tables.moments(days));
    assertThat(chart.unit()).isEqualTo("epoch_millis");
    assertThat(chart.edges().getFirst()).isZero();
    assertThat(chart.edges().getLast()).isCloseTo(2 * 86_400_000, within(1.0));
  }

  @Test
  void aConstantHasOneBinAroundIt() {
    List<String> days = Collections.nCopies(20, "1970-01-02");
    assertThat(histogram(Tables.momentsField("m"), Tables.moments(days)).edges())
        .containsExactly(43_200_000.0, 129_600_000.0);
    List<String> halves = Collections.nCopies(20, "2.25");
    assertThat(histogram(Field.numeric("a", 2), Tables.numbers(halves)).edges())
        .containsExactly(1.75, 2.75);
  }

  @Test
  void tooFewValuesHaveNoChart() {
    Table table = table(Field.numeric("a", 0), Tables.numbers(Collections.nCopies(9, "1")));
    assertThat(Charts.of(ComparedColumn.of(0, table, Optional.empty(), table))).isEmpty();
  }

  @Test
  void categoriesOfFewRowsAreNeverNamed() {
    List<String> cells = new ArrayList<>(Collections.nCopies(5, "five"));
    cells.addAll(Collections.nCopies(4, "four"));
    cells.addAll(Collections.nCopies(11, "eleven"));
    Chart.Categories chart = categories(cells, List.of("four", "five", "made up", ""));
    assertThat(chart.labels()).containsExactly("eleven", "five", "other");
    assertThat(chart.real()).containsExactly(0.55, 0.25, 0.2);
    assertThat(chart.synthetic()).containsExactly(0.0, 1.0 / 3, 2.0 / 3);
  }

  @Test
  void twentyCategoriesAreNamedAndARealOtherIsToldApart() {
    List<String> cells =
        Stream.concat(
                IntStream.range(0, 25 * 6).mapToObj(i -> "c" + i % 25),
                Collections.nCopies(9, "other").stream())
            .toList();
    Chart.Categories chart = categories(cells, cells);
    assertThat(chart.labels()).hasSize(21).startsWith("other", "c0").endsWith("(other)");
    assertThat(chart.real()).hasSize(21).isEqualTo(chart.synthetic());
  }

  private static Chart.Categories categories(List<String> real, List<String> synthetic) {
    Field field = Field.nominal("a");
    ComparedColumn column =
        ComparedColumn.of(
            0,
            table(field, Tables.categories(real)),
            Optional.empty(),
            table(field, Tables.categories(synthetic)));
    return (Chart.Categories) Charts.of(column).orElseThrow();
  }

  private static Chart.Histogram histogram(Field field, Column values) {
    Table table = table(field, values);
    return (Chart.Histogram)
        Charts.of(ComparedColumn.of(0, table, Optional.empty(), table)).orElseThrow();
  }

  private static Table table(Field field, Column column) {
    return new Table(Schema.of(field), List.of(column));
  }
}
