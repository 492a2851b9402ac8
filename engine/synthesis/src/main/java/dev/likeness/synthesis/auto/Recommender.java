package dev.likeness.synthesis.auto;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.auto.Recommendation.Choice;
import dev.likeness.synthesis.auto.Recommendation.Costliest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which model suits a table: a pure function of its facts.
 *
 * <table>
 *   <caption>First match</caption>
 *   <tr><td>fewer than two columns to learn</td><td>independent</td></tr>
 *   <tr><td>fewer than 30 rows, or fewer than twice as many rows as columns</td>
 *       <td>independent</td></tr>
 *   <tr><td>fewer than 100 rows</td><td>gaussian-copula, if it beats independent in a trial</td></tr>
 *   <tr><td>up to 1,000 rows</td><td>boost with small trees or gaussian-copula, by trial</td></tr>
 *   <tr><td>more</td><td>boost</td></tr>
 * </table>
 *
 * <p>Each of them is followed by what is simpler. With a time budget, what would take longer by
 * {@link Costs} is passed over; independent always stays. <b>Thread-safe:</b> yes.
 */
public final class Recommender {

  private static final int TINY = 30;
  private static final int SMALL = 100;
  private static final int MEDIUM = 1000;
  private static final String BOOST = "boost";
  private static final String COPULA = "gaussian-copula";

  private Recommender() {}

  /**
   * The ladder for a table.
   *
   * @param budget that learning and making rows may take
   */
  public static Recommendation recommend(TableFacts facts, Optional<Duration> budget) {
    List<Choice> kept = new ArrayList<>();
    List<Choice> passedOver = new ArrayList<>();
    for (Choice choice : suitable(facts)) {
      boolean fits =
          choice.model().equals(Ladder.FLOOR)
              || budget.isEmpty()
              || choice.seconds() <= budget.get().toMillis() / 1e3;
      (fits ? kept : passedOver).add(choice);
    }
    boolean tried = facts.rows() <= MEDIUM && kept.size() > 1;
    return new Recommendation(
        reason(facts, kept, passedOver, budget, tried),
        tried,
        kept,
        passedOver,
        costliest(kept.get(0).model(), facts));
  }

  private static List<Choice> suitable(TableFacts facts) {
    int columns = facts.columns().size();
    List<Choice> choices = new ArrayList<>();
    boolean pairs = columns > 1 && facts.rows() >= TINY && facts.rows() >= 2L * columns;
    if (pairs && facts.rows() > MEDIUM) {
      choices.add(choice(BOOST, options(), "It follows a table of this size most closely.", facts));
    } else if (pairs && facts.rows() >= SMALL) {
      choices.add(
          choice(
              BOOST,
              options().put("memory", "low"),
              "With small trees it learns few rows without learning them by heart.",
              facts));
    }
    if (pairs) {
      choices.add(
          choice(COPULA, options(), "It learns how columns hang together two by two.", facts));
    }
    choices.add(
        choice(
            Ladder.FLOOR, options(), "Columns on their own can be learnt from any table.", facts));
    return choices;
  }

  private static ObjectNode options() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Choice choice(String model, ObjectNode options, String reason, TableFacts facts) {
    return new Choice(model, options, reason, Costs.seconds(model, facts));
  }

  private static String reason(
      TableFacts facts,
      List<Choice> kept,
      List<Choice> passedOver,
      Optional<Duration> budget,
      boolean tried) {
    String size = rows(facts.rows()) + " and " + columns(facts.columns().size());
    String first = kept.get(0).model();
    if (!passedOver.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "%s: %s would take about %s for %s, and %s are allowed.",
          first,
          passedOver.get(0).model(),
          time(passedOver.get(0).seconds()),
          size,
          time(budget.orElseThrow().toMillis() / 1e3));
    }
    if (first.equals(Ladder.FLOOR)) {
      return facts.columns().size() < 2
          ? "independent: there are no two columns to learn, so nothing hangs together."
          : "independent: " + size + " are too few to learn what hangs together.";
    }
    if (tried && first.equals(COPULA)) {
      return "gaussian-copula: "
          + size
          + " show how columns hang together two by two at most; independent, if held-out rows say"
          + " that even this is too much.";
    }
    return tried
        ? "boost with small trees or gaussian-copula, whichever tells held-out rows better: "
            + size
            + " are few enough to try both."
        : "boost: " + size + " are enough to learn each column from all before it.";
  }

  private static String rows(long rows) {
    return String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
  }

  private static String columns(int columns) {
    return columns == 1 ? "1 column" : String.format(Locale.ROOT, "%,d columns", columns);
  }

  /** Seconds as people say them. */
  static String time(double seconds) {
    if (seconds < 90) {
      long whole = Math.max(1, Math.round(seconds));
      return whole == 1 ? "a second" : whole + " seconds";
    }
    return Math.round(seconds / 60) + " minutes";
  }

  private static Optional<Costliest> costliest(String model, TableFacts facts) {
    double[] costs = Costs.columns(model, facts);
    double sum = 0;
    int most = 0;
    for (int j = 0; j < costs.length; j++) {
      sum += costs[j];
      most = costs[j] > costs[most] ? j : most;
    }
    if (costs.length == 0) {
      return Optional.empty();
    }
    TableFacts.ColumnFacts column = facts.columns().get(most);
    double share = sum > 0 ? costs[most] / sum : 1;
    return Optional.of(new Costliest(column.position(), column.name(), share));
  }
}
