package dev.likeness.synthesis.auto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.Gathered;
import dev.likeness.synthesis.ModelFiles;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.TestTables;
import dev.likeness.synthesis.auto.Attempt.Outcome;
import dev.likeness.synthesis.auto.Recommendation.Choice;
import dev.likeness.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LadderTest {

  private static final Table TABLE = TestTables.mixed(2000);
  private static final long SEED = 4;
  private static final String SECRET = "Mayer, born 1961";

  private final List<List<Attempt>> heard = new ArrayList<>();

  private static Recommendation advice(boolean tried, String... models) {
    List<Choice> ladder =
        Arrays.stream(models)
            .map(name -> new Choice(name, JsonNodeFactory.instance.objectNode(), "Because.", 1))
            .toList();
    return new Recommendation("Because.", tried, ladder, List.of(), Optional.empty());
  }

  private static Function<String, Synthesizer<?>> models(Synthesizer<?>... more) {
    Map<String, Synthesizer<?>> known = new HashMap<>();
    Synthesizers.all().forEach(model -> known.put(model.name(), model));
    Arrays.stream(more).forEach(model -> known.put(model.name(), model));
    return known::get;
  }

  private FittedSynthesizer climb(Recommendation advice, Table table, Synthesizer<?>... more) {
    return Ladder.fit(
        models(more), advice, table, new FitContext(SEED, RunContext.quiet()), heard::add);
  }

  private List<Attempt> story() {
    return heard.getLast();
  }

  private static byte[] bytes(FittedSynthesizer model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ModelFiles.write(model.save(), out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] alone(String name, Table table) {
    return bytes(
        Candidate.of(Synthesizers.named(name), JsonNodeFactory.instance.objectNode())
            .learner()
            .fit(table, new FitContext(SEED, RunContext.quiet())));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Faulty.throwing("broken", new IllegalStateException(SECRET)), Outcome.FAILED),
        Arguments.of(
            Faulty.throwing("broken", new ArrayIndexOutOfBoundsException(SECRET)), Outcome.FAILED),
        Arguments.of(Faulty.throwing("broken", new OutOfMemoryError(SECRET)), Outcome.FAILED),
        Arguments.of(Faulty.throwing("broken", new StackOverflowError()), Outcome.FAILED),
        Arguments.of(Faulty.telling("broken", Double.NaN), Outcome.NOT_A_NUMBER),
        Arguments.of(Faulty.telling("broken", Double.POSITIVE_INFINITY), Outcome.NOT_A_NUMBER),
        Arguments.of(Faulty.telling("broken", -1000), Outcome.WORSE),
        Arguments.of(Faulty.telling("broken", Double.NEGATIVE_INFINITY), Outcome.WORSE),
        Arguments.of(Faulty.collapsing("broken"), Outcome.COLLAPSED),
        Arguments.of(Faulty.inverting("broken"), Outcome.WORSE));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aModelThatGoesWrongMakesPlaceForTheNext(Synthesizer<?> broken, Outcome outcome) {
    FittedSynthesizer model =
        climb(advice(false, "broken", "gaussian-copula", "independent"), TABLE, broken);

    assertThat(story()).extracting(Attempt::model).containsExactly("broken", "gaussian-copula");
    assertThat(story()).extracting(Attempt::outcome).containsExactly(outcome, Outcome.CHOSEN);
    assertThat(story()).allMatch(a -> a.sentence().startsWith(a.model() + " "));
    assertThat(story().toString()).doesNotContain(SECRET);
    assertThat(heard).hasSize(2);
    assertThat(bytes(model)).isEqualTo(alone("gaussian-copula", TABLE));
  }

  @Test
  void everyModelThatExistsIsBetterThanColumnsOnTheirOwnWhereColumnsHangTogether() {
    for (String name : List.of("boost", "gaussian-copula")) {
      FittedSynthesizer model = climb(advice(false, name, "independent"), TABLE);
      assertThat(story()).extracting(Attempt::model).containsExactly(name);
      assertThat(bytes(model)).isEqualTo(alone(name, TABLE));
    }
  }

  @Test
  void nobodyIsBlamedWhereColumnsDoNotHangTogether() {
    Table loose = TestTables.wide(2000, 9).only(0, 1);
    climb(advice(false, "boost", "independent"), loose);
    assertThat(story()).extracting(Attempt::outcome).containsExactly(Outcome.CHOSEN);
  }

  @Test
  void saysWhatBecameOfEachModelWhereNoneIsLeft() {
    Faulty first = Faulty.throwing("first", new ArithmeticException(SECRET));
    Faulty second = Faulty.telling("second", Double.NaN);
    Faulty third = Faulty.throwing("third", new OutOfMemoryError(SECRET));

    assertThatThrownBy(
            () -> climb(advice(false, "first", "second", "third"), TABLE, first, second, third))
        .isInstanceOf(NoModelException.class)
        .hasMessage(
            "no model could learn the table: first failed (ArithmeticException). second gave"
                + " held-out rows a likelihood that is not a number. third ran out of memory.");
    assertThat(story())
        .extracting(Attempt::outcome)
        .containsExactly(Outcome.FAILED, Outcome.NOT_A_NUMBER, Outcome.FAILED);
  }

  @Test
  void aCancelledRunIsNobodysFailure() {
    Faulty cancelled = Faulty.throwing("cancelled", new CancelledException());
    assertThatThrownBy(() -> climb(advice(false, "cancelled", "independent"), TABLE, cancelled))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> climb(advice(true, "cancelled", "independent"), TABLE, cancelled))
        .isInstanceOf(CancelledException.class);
    RunContext stopped = RunContext.quiet().withCancellation(() -> true);
    Faulty broken = Faulty.throwing("broken", new IllegalStateException());
    assertThatThrownBy(
            () ->
                Ladder.fit(
                    models(broken),
                    advice(false, "broken", "independent"),
                    TABLE,
                    new FitContext(SEED, stopped),
                    heard::add))
        .isInstanceOf(CancelledException.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void whatAListenerThrowsIsNoFailureOfTheModel() {
    assertThatThrownBy(
            () ->
                Ladder.fit(
                    models(),
                    advice(false, "gaussian-copula", "independent"),
                    TABLE,
                    new FitContext(SEED, RunContext.quiet()),
                    story -> {
                      throw new IllegalStateException("lease lost");
                    }))
        .hasMessage("lease lost");
  }

  @Test
  void aTrialSendsTheBetterModelFirst() {
    Table few = TestTables.mixed(400);
    Faulty bad = Faulty.telling("bad", -40);
    FittedSynthesizer model =
        climb(advice(true, "bad", "gaussian-copula", "independent"), few, bad);
    assertThat(story()).extracting(Attempt::model).containsExactly("bad", "gaussian-copula");
    assertThat(story().get(0).outcome()).isIn(Outcome.BEATEN, Outcome.WORSE);
    assertThat(bytes(model)).isEqualTo(alone("gaussian-copula", few));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aModelThatGoesWrongInATrialIsOutOfTheRace(Synthesizer<?> broken, Outcome outcome) {
    Table few = TestTables.mixed(400);
    climb(advice(true, "broken", "gaussian-copula", "independent"), few, broken);
    assertThat(story()).first().extracting(Attempt::outcome).isEqualTo(outcome);
    assertThat(story()).last().extracting(Attempt::model).isEqualTo("gaussian-copula");
    assertThat(story().toString()).doesNotContain(SECRET);
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    Table few = TestTables.mixed(300);
    List<String> stories = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3}) {
      RunContext run = RunContext.quiet().withThreads(threads);
      Ladder.fit(
          models(),
          advice(true, "boost", "gaussian-copula", "independent"),
          few,
          new FitContext(SEED, run),
          heard::add);
      assertThat(story()).extracting(Attempt::outcome).contains(Outcome.BEATEN, Outcome.CHOSEN);
      stories.add(story().stream().map(a -> a.outcome() + a.sentence()).toList().toString());
    }
    assertThat(stories.stream().distinct()).hasSize(1);
  }

  @Test
  void progressNeverFallsAndEndsAtOne() {
    List<Double> at = new ArrayList<>();
    RunContext run = RunContext.quiet().withProgress((stage, done) -> at.add(done));
    Ladder.fit(
        models(Faulty.telling("bad", Double.NaN)),
        advice(false, "bad", "gaussian-copula", "independent"),
        TABLE,
        new FitContext(SEED, run),
        heard::add);
    assertThat(at).isSorted().endsWith(1.0);
    assertThat(at.stream().filter(done -> done == 1)).hasSize(1);
  }

  @Test
  void aModelWhoseRowsCannotBeMadeIsOutToo() {
    Table text = TABLE.only(1, 0);
    FittedSynthesizer model = climb(advice(false, "boost", "independent"), text);
    Gathered rows = new Gathered(model.schema(), 10);
    model.sample(SampleRequest.rows(10, 1), rows::add, RunContext.quiet());
    assertThat(rows.table().rows()).isEqualTo(10);
  }
}
