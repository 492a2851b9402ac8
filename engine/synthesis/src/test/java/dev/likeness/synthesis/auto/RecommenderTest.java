package dev.likeness.synthesis.auto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.synthesis.auto.Recommendation.Choice;
import dev.likeness.synthesis.auto.TableFacts.ColumnFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderTest {

  private static final Optional<Duration> ANY = Optional.empty();

  private static TableFacts facts(long rows, int numbers, int categories, long levels) {
    List<ColumnFacts> columns = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      columns.add(new ColumnFacts(i, "number " + i, false, rows, 0));
    }
    for (int i = 0; i < categories; i++) {
      columns.add(new ColumnFacts(numbers + i, "category " + i, true, levels, 0));
    }
    return new TableFacts(rows, rows * 4 / 5, rows, columns, 0);
  }

  private static TableFacts with(TableFacts f, long wanted, int conditioned) {
    return new TableFacts(f.rows(), f.learnt(), wanted, f.columns(), conditioned);
  }

  @ParameterizedTest
  @CsvSource({
    "0, independent, false",
    "1, independent, false",
    "29, independent, false",
    "30, gaussian-copula independent, true",
    "99, gaussian-copula independent, true",
    "100, boost gaussian-copula independent, true",
    "1000, boost gaussian-copula independent, true",
    "1001, boost gaussian-copula independent, false",
    "26048, boost gaussian-copula independent, false",
    "10000000, boost gaussian-copula independent, false",
  })
  void picksByRows(long rows, String ladder, boolean tried) {
    Recommendation advice = Recommender.recommend(facts(rows, 5, 5, 4), ANY);
    assertThat(advice.ladder()).extracting(Choice::model).containsExactly(ladder.split(" "));
    assertThat(advice.tried()).isEqualTo(tried);
    assertThat(advice.passedOver()).isEmpty();
  }

  @Test
  void learnsFewRowsWithSmallTrees() {
    var small = JsonNodeFactory.instance.objectNode().put("memory", "low");
    assertThat(Recommender.recommend(facts(1000, 5, 0, 0), ANY).first().options()).isEqualTo(small);
    assertThat(Recommender.recommend(facts(1001, 5, 0, 0), ANY).first().options()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5000, 0, 0", "5000, 1, 0", "5000, 0, 1", "100, 51, 0", "1200, 601, 0"})
  void leavesColumnsAloneWhereNothingCanBeLearntBetweenThem(long rows, int numbers, int levels) {
    Recommendation advice = Recommender.recommend(facts(rows, numbers, levels, 3), ANY);
    assertThat(advice.ladder()).extracting(Choice::model).containsExactly("independent");
    assertThat(advice.reason()).startsWith("independent: ");
  }

  @Test
  void passesOverWhatTakesTooLong() {
    TableFacts wide = facts(100_000, 60, 60, 50);
    Recommendation free = Recommender.recommend(wide, ANY);
    double boost = free.ladder().get(0).seconds();
    double copula = free.ladder().get(1).seconds();
    assertThat(boost).isGreaterThan(copula + 2);
    Recommendation enough = within(wide, Math.ceil(boost));
    Recommendation tight = within(wide, Math.ceil(copula));
    Recommendation none = within(wide, Math.floor(copula) - 1);
    assertThat(enough).isEqualTo(free);
    assertThat(tight.first().model()).isEqualTo("gaussian-copula");
    assertThat(tight.passedOver()).extracting(Choice::model).containsExactly("boost");
    assertThat(tight.reason()).startsWith("gaussian-copula: boost would take about ");
    assertThat(none.ladder()).extracting(Choice::model).containsExactly("independent");
  }

  private static Recommendation within(TableFacts facts, double seconds) {
    return Recommender.recommend(facts, Optional.of(Duration.ofSeconds((long) seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"boost", "gaussian-copula", "independent"})
  void moreOfAnythingNeverTakesLess(String model) {
    TableFacts base = facts(20_000, 10, 10, 20);
    double seconds = Costs.seconds(model, base);
    Stream.of(
            facts(40_000, 10, 10, 20),
            facts(20_000, 11, 10, 20),
            facts(20_000, 10, 11, 20),
            facts(20_000, 10, 10, 40),
            with(base, 40_000, 0),
            with(base, 20_000, 2))
        .forEach(more -> assertThat(Costs.seconds(model, more)).isGreaterThanOrEqualTo(seconds));
    assertThat(Costs.seconds(model, facts(40_000, 10, 10, 20))).isGreaterThan(seconds);
    assertThat(Costs.seconds(model, facts(20_000, 11, 11, 20))).isGreaterThan(seconds);
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, 20_000, 200_000, 2_000_000})
  void whatFollowsMoreCloselyTakesLonger(long rows) {
    TableFacts facts = facts(rows, 10, 10, 10);
    assertThat(Costs.seconds("boost", facts)).isGreaterThan(Costs.seconds("independent", facts));
    assertThat(Costs.seconds("gaussian-copula", facts))
        .isGreaterThan(Costs.seconds("independent", facts));
  }

  @Test
  void aTrialCostsWhatItsFitsCost() {
    Recommendation tried = Recommender.recommend(facts(1000, 5, 5, 4), ANY);
    assertThat(tried.seconds()).isGreaterThan(2 * tried.first().seconds());
    Recommendation plain = Recommender.recommend(facts(1001, 5, 5, 4), ANY);
    assertThat(plain.seconds()).isEqualTo(plain.first().seconds());
  }

  @Test
  void namesTheColumnThatCostsMost() {
    List<ColumnFacts> columns = new ArrayList<>(facts(50_000, 8, 0, 0).columns());
    columns.add(new ColumnFacts(8, "town", true, 900, 0));
    TableFacts facts = new TableFacts(50_000, 40_000, 50_000, columns, 0);
    Recommendation.Costliest costliest =
        Recommender.recommend(facts, ANY).costliest().orElseThrow();
    assertThat(costliest.name()).isEqualTo("town");
    assertThat(costliest.position()).isEqualTo(8);
    assertThat(costliest.share()).isBetween(0.1, 1.0);
    assertThat(Recommender.recommend(facts(50_000, 0, 0, 0), ANY).costliest()).isEmpty();
  }

  @Test
  void theReasonIsOneSentenceWithoutNamesOfColumns() {
    for (long rows : new long[] {0, 10, 50, 500, 5000, 5_000_000}) {
      for (Optional<Duration> budget : List.of(ANY, Optional.of(Duration.ofSeconds(1)))) {
        String reason = Recommender.recommend(facts(rows, 5, 5, 4), budget).reason();
        assertThat(reason)
            .endsWith(".")
            .doesNotContain(". ")
            .doesNotContain("number ", "category ");
      }
    }
    assertThat(Recommender.recommend(facts(26_048, 10, 5, 4), ANY).reason())
        .isEqualTo(
            "boost: 26,048 rows and 15 columns are enough to learn each column from all before"
                + " it.");
  }
}
