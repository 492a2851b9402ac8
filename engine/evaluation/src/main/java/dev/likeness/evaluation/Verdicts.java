package dev.likeness.evaluation;

import dev.likeness.evaluation.EvaluationReport.Score;
import dev.likeness.evaluation.EvaluationReport.ThresholdedScore;
import dev.likeness.evaluation.EvaluationReport.TrainingMatch;
import dev.likeness.evaluation.EvaluationReport.Verdict;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Says in words what the figures say; every threshold behind a word stands here.
 *
 * <table>
 *   <caption>How far a score may lie below its expected value (below 1 without control rows)</caption>
 *   <tr><th>word</th><th>columns</th><th>strongly related pairs</th></tr>
 *   <tr><td>very closely</td><td>≤ 0.01</td><td>≤ 0.03</td></tr>
 *   <tr><td>closely</td><td>≤ 0.03</td><td>≤ 0.08</td></tr>
 *   <tr><td>roughly</td><td>≤ 0.10</td><td>≤ 0.20</td></tr>
 *   <tr><td>poorly</td><td>more</td><td>more</td></tr>
 * </table>
 *
 * <p>Identical rows count as more than chance when their share lies above that of the control rows
 * by more than {@value #ERRORS} standard errors of the difference and by more than {@value #SLACK}.
 */
final class Verdicts {

  private static final double[] COLUMN_GAPS = {0.01, 0.03, 0.10};
  private static final double[] PAIR_GAPS = {0.03, 0.08, 0.20};
  private static final String[] WORDS = {"very closely", "closely", "roughly", "poorly"};
  private static final double ERRORS = 3;
  private static final double SLACK = 0.001;

  private Verdicts() {}

  static Verdict of(
      Score shape, ThresholdedScore trend, TrainingMatch match, long control, long synthetic) {
    return new Verdict(utility(shape, trend), privacy(match, control, synthetic));
  }

  private static String utility(Score shape, ThresholdedScore trend) {
    if (shape.value().isEmpty()) {
      return "No column could be compared, so nothing can be said about usefulness.";
    }
    String columns =
        "Single columns follow the original "
            + word(shape.value(), shape.expected(), COLUMN_GAPS)
            + figures(shape.value(), shape.expected());
    String pairs =
        trend.value().isEmpty()
            ? "no two columns are strongly related, so relations were not put to the test."
            : "strong relations between columns are kept "
                + word(trend.value(), trend.expected(), PAIR_GAPS)
                + figures(trend.value(), trend.expected())
                + ".";
    return columns + "; " + pairs;
  }

  private static String privacy(TrainingMatch match, long control, long synthetic) {
    String limits =
        " Identical rows are the only test made here; it finds copies, nothing subtler.";
    if (match.value().isEmpty()) {
      return "No column is modelled, so there are no rows to compare." + limits;
    }
    String found =
        sentence(
            percent(match.value().getAsDouble()) + " of the synthetic rows equal a training row");
    if (match.expected().isEmpty()) {
      return found + "; without control rows it is unknown how many would by chance." + limits;
    }
    String chance = percent(match.expected().getAsDouble()) + " of unseen real rows do";
    return found
        + (isMoreThanChance(match, control, synthetic)
            ? ", more than chance gives (" + chance + "): the model repeats some of them."
            : ", within what chance gives (" + chance + ").")
        + limits;
  }

  private static boolean isMoreThanChance(TrainingMatch match, long control, long synthetic) {
    double found = match.value().orElseThrow();
    double chance = match.expected().orElseThrow();
    double pooled = (found * synthetic + chance * control) / (synthetic + control);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / synthetic + 1.0 / control));
    return found - chance > Math.max(SLACK, ERRORS * error);
  }

  private static String word(OptionalDouble value, OptionalDouble expected, double[] gaps) {
    double gap = expected.orElse(1) - value.orElseThrow();
    int word = 0;
    while (word < gaps.length && gap > gaps[word]) {
      word++;
    }
    return WORDS[word];
  }

  private static String figures(OptionalDouble value, OptionalDouble expected) {
    String score = String.format(Locale.ROOT, "%.3f", value.orElseThrow());
    return expected.isEmpty()
        ? " (" + score + " of 1)"
        : String.format(Locale.ROOT, " (%s, unseen real rows %.3f)", score, expected.getAsDouble());
  }

  private static String percent(double share) {
    if (share == 0) {
      return "none";
    }
    return String.format(Locale.ROOT, share < 0.001 ? "%.3f%%" : "%.1f%%", 100 * share);
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
