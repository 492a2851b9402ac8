package dev.likeness.synthesis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.RowPlan;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.TestTables;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.Operator;
import dev.likeness.table.condition.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BoostSynthesizerTest {

  private static final RunContext RUN = RunContext.quiet();
  private static final CounterRandom RANDOM = CounterRandom.of(17);
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  private static LikelihoodModel fit(Table table, BoostSynthesizer.Memory memory) {
    return fit(table, memory, Set.of());
  }

  private static LikelihoodModel fit(
      Table table, BoostSynthesizer.Memory memory, Set<Integer> conditioned) {
    return (LikelihoodModel)
        new BoostSynthesizer()
            .fit(
                table,
                new BoostSynthesizer.Options(memory, 1000),
                new FitContext(3, RUN, conditioned));
  }

  /** A count, a size with a tail and gaps, and a colour, all hanging on each other. */
  private static Table small(int rows) {
    double[] count = new double[rows];
    double[] size = new double[rows];
    int[] colour = new int[rows];
    for (int i = 0; i < rows; i++) {
      double u = RANDOM.uniform(i, 0);
      count[i] = RANDOM.uniform(i, 1) < 0.1 ? Double.NaN : Math.floor(6 * u);
      double e = -Math.log(RANDOM.uniform(i, 2)) * (1 + u);
      size[i] = RANDOM.uniform(i, 3) < 0.3 ? 0 : Math.rint(10 * e) / 10;
      colour[i] = RANDOM.uniform(i, 4) < u ? 0 : size[i] > 1 ? 1 : 2;
    }
    return table(count, size, colour);
  }

  private static Table table(double[] count, double[] size, int[] colour) {
    return new Table(
        Schema.of(Field.numeric("count", 0), Field.numeric("size", 1), Field.nominal("colour")),
        List.of(
            new NumericColumn(count),
            new NumericColumn(size),
            new CategoricalColumn(colour, COLOURS)));
  }

  /** Every row that there can be. */
  private static Table everything() {
    List<double[]> rows = new ArrayList<>();
    for (int count = -1; count <= 6; count++) {
      for (int tenths = -10; tenths <= 400; tenths++) {
        for (int colour = 0; colour < 3; colour++) {
          rows.add(new double[] {count < 0 ? Double.NaN : count, tenths / 10.0, colour});
        }
      }
    }
    return table(
        rows.stream().mapToDouble(row -> row[0]).toArray(),
        rows.stream().mapToDouble(row -> row[1]).toArray(),
        rows.stream().mapToInt(row -> (int) row[2]).toArray());
  }

  @ParameterizedTest
  @EnumSource(BoostSynthesizer.Memory.class)
  void itsLikelihoodsOfAllRowsThatThereCanBeSumToOne(BoostSynthesizer.Memory memory) {
    double[] log = fit(small(3000), memory).logLikelihood(everything(), RUN);
    double sum = Arrays.stream(log).map(Math::exp).sum();
    assertThat(sum).isCloseTo(1, Offset.offset(1e-6));
  }

  @Test
  void itMakesRowsAsOftenAsTheirLikelihoodSays() {
    LikelihoodModel model = fit(small(3000), BoostSynthesizer.Memory.BALANCED);
    Table all = everything();
    double[] log = model.logLikelihood(all, RUN);
    Map<String, Integer> made = new HashMap<>();
    int rows = 300_000;
    model.sample(
        SampleRequest.rows(rows, 9),
        batch -> {
          for (int row = 0; row < batch.rows(); row++) {
            made.merge(key(batch, row), 1, Integer::sum);
          }
        },
        RUN);
    double chiSquare = 0;
    int cells = 0;
    for (int row = 0; row < all.rows(); row++) {
      double expected = rows * Math.exp(log[row]);
      int found = made.getOrDefault(key(all, row), 0);
      if (expected < 1e-9) {
        assertThat(found).isZero();
      } else if (expected >= 5) {
        chiSquare += (found - expected) * (found - expected) / expected;
        cells++;
      }
    }
    assertThat(cells).isGreaterThan(300);
    assertThat((chiSquare - cells) / Math.sqrt(2.0 * cells)).isBetween(-4.0, 4.0);
  }

  /** Likely and improbable ones, on one column and on several. */
  static Stream<Restriction> restrictions() {
    NumberSet large = NumberSet.where(Operator.GREATER, 4.05);
    NumberSet within = new NumberSet(NumberSet.of(0, 0.3, 1.1).intervals(), false);
    CategorySet blue = CategorySet.of(Set.of("blue"));
    return Stream.of(
        Restriction.none().and(0, NumberSet.MISSING),
        Restriction.none().and(1, within),
        Restriction.none().and(2, CategorySet.of(Set.of("green", "blue"))),
        Restriction.none().and(1, large).and(2, blue),
        Restriction.none().and(0, NumberSet.of(0, 5)).and(1, large).and(2, blue));
  }

  @ParameterizedTest
  @MethodSource("restrictions")
  void conditionedRowsComeAsOftenAsTheirLikelihoodSays(Restriction restriction) {
    Table table = small(3000);
    for (Set<Integer> announced : List.of(Set.<Integer>of(), restriction.sets().keySet())) {
      LikelihoodModel model = fit(table, BoostSynthesizer.Memory.BALANCED, announced);
      Table all = everything();
      boolean[] admitted = restriction.admits(all.columns());
      double[] log = model.logLikelihood(all, RUN);
      Map<String, Double> expected = new HashMap<>();
      double mass = 0;
      for (int row = 0; row < admitted.length; row++) {
        if (admitted[row]) {
          expected.merge(group(all, row), Math.exp(log[row]), Double::sum);
          mass += Math.exp(log[row]);
        }
      }
      int rows = 20_000;
      SampleRequest wish = SampleRequest.rows(rows, 9).with(RowPlan.under(restriction));
      Map<String, Integer> made = new HashMap<>();
      model.sample(
          wish,
          batch -> {
            assertThat(restriction.admits(batch.columns())).doesNotContain(false);
            for (int row = 0; row < batch.rows(); row++) {
              made.merge(group(batch, row), 1, Integer::sum);
            }
          },
          RUN);
      for (Map.Entry<String, Double> entry : expected.entrySet()) {
        double share = entry.getValue() / mass;
        assertThat(made.getOrDefault(entry.getKey(), 0) / (double) rows)
            .as("%s of mass %.1e, announced %s", entry.getKey(), mass, announced)
            .isCloseTo(
                share, Offset.offset(4.5 * Math.sqrt(share * (1 - share) / rows) + 3.0 / rows));
      }
    }
  }

  /** Rows that differ little: sizes in five groups. */
  private static String group(Table table, int row) {
    double size = ((NumericColumn) table.column(1)).values()[row];
    String[] parts = key(table, row).split(" ");
    return parts[0] + " " + (int) Math.min(4, Math.ceil(size)) + " " + parts[2];
  }

  private static String key(Table table, int row) {
    double count = ((NumericColumn) table.column(0)).values()[row];
    double size = ((NumericColumn) table.column(1)).values()[row];
    CategoricalColumn colour = (CategoricalColumn) table.column(2);
    return count + " " + size + " " + colour.dictionary().get(colour.codes()[row]);
  }

  @Test
  void itTellsWhatHangsTogether() {
    Table table = small(6000);
    Table unseen = small(8000).read(6000, 8000);
    double[] log = fit(table, BoostSynthesizer.Memory.BALANCED).logLikelihood(unseen, RUN);
    CategoricalColumn colour = (CategoricalColumn) unseen.column(2);
    int[] shuffled = new int[colour.size()];
    Arrays.setAll(shuffled, i -> colour.codes()[(i + 7) % shuffled.length]);
    Table other =
        new Table(
            unseen.schema(),
            List.of(unseen.column(0), unseen.column(1), new CategoricalColumn(shuffled, COLOURS)));
    double[] less = fit(table, BoostSynthesizer.Memory.BALANCED).logLikelihood(other, RUN);
    double mean = Arrays.stream(log).filter(Double::isFinite).average().orElseThrow();
    double worse = Arrays.stream(less).filter(Double::isFinite).average().orElseThrow();
    assertThat(mean).isGreaterThan(worse + 0.3);
  }

  /** Numbers as double precision prints them, a fifth of them zero and the others on both sides. */
  private static Table unrounded(int rows) {
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      double value = RANDOM.uniform(i, 8) * (i % 3 == 0 ? -1 : 2) / 3;
      values[i] = RANDOM.uniform(i, 9) < 0.2 ? 0 : value;
    }
    return new Table(Schema.of(Field.numeric("score", 17)), List.of(new NumericColumn(values)));
  }

  @Test
  void numbersThatAreNotRoundedKeepTheirZerosAndAreToldAsOtherModelsTellThem() {
    Table table = unrounded(4000);
    LikelihoodModel boost = fit(table, BoostSynthesizer.Memory.BALANCED);
    LikelihoodModel alone =
        (LikelihoodModel)
            new IndependentSynthesizer()
                .fit(table, new IndependentSynthesizer.Options(1000), new FitContext(3, RUN));
    double mean = Arrays.stream(boost.logLikelihood(table, RUN)).average().orElseThrow();
    double other = Arrays.stream(alone.logLikelihood(table, RUN)).average().orElseThrow();
    assertThat(mean).isCloseTo(other, Offset.offset(0.05));
    int[] zeros = new int[1];
    boost.sample(
        SampleRequest.rows(4000, 5),
        batch -> {
          for (double value : ((NumericColumn) batch.column(0)).values()) {
            zeros[0] += value == 0 ? 1 : 0;
          }
        },
        RUN);
    assertThat(zeros[0] / 4000.0).isCloseTo(0.2, Offset.offset(0.025));
  }

  @Test
  void moreMemoryFollowsTheLearntRowsMoreClosely() {
    Table table = TestTables.mixed(4000);
    double before = Double.NEGATIVE_INFINITY;
    for (BoostSynthesizer.Memory memory : BoostSynthesizer.Memory.values()) {
      double[] log = fit(table, memory).logLikelihood(table, RUN);
      double mean = Arrays.stream(log).filter(Double::isFinite).average().orElseThrow();
      assertThat(mean).isGreaterThan(before);
      before = mean;
    }
  }

  @Test
  void aRowOutsideOfWhatItMakesIsImpossible() {
    LikelihoodModel model = fit(small(3000), BoostSynthesizer.Memory.BALANCED);
    Table far = table(new double[] {2}, new double[] {1e9}, new int[] {0});
    assertThat(model.logLikelihood(far, RUN)[0]).isEqualTo(Double.NEGATIVE_INFINITY);
    Table other = TestTables.mixed(10);
    assertThatThrownBy(() -> model.logLikelihood(other, RUN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema");
  }
}
