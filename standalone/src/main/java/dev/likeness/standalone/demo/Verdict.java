package dev.likeness.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The scores of an evaluation in words and numbers.
 *
 * @param lines to print
 */
record Verdict(List<String> lines) {

  private static final int WORST = 3;

  /** Of what {@code GET /evaluate} answered. */
  static Verdict of(JsonNode evaluation) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  Score       value  of a perfect generator");
    lines.add(score("quality", evaluation.path("quality"), "mean of the two below"));
    lines.add(score("shape", evaluation.path("shape"), "each column's distribution"));
    lines.add(score("trend", evaluation.path("trend"), "relations between two columns"));
    lines.add("");
    JsonNode verdict = evaluation.path("verdict");
    addIfThere(lines, "Useful?", verdict.path("utility").asText(""));
    addIfThere(lines, "Private?", verdict.path("privacy").asText(""));
    addIfThere(lines, "Worst", worst(evaluation.path("columns")));
    return new Verdict(List.copyOf(lines));
  }

  private static String score(String name, JsonNode score, String meaning) {
    return String.format(
        Locale.ROOT,
        "  %-11s %.3f  %.3f   %s",
        name,
        score.path("value").asDouble(),
        score.path("expected").asDouble(),
        meaning);
  }

  private static String worst(JsonNode columns) {
    List<String> worst = new ArrayList<>();
    for (JsonNode column : columns) {
      if (worst.size() < WORST && column.path("value").isNumber()) {
        worst.add(
            String.format(
                Locale.ROOT,
                "%s %.3f",
                column.path("name").asText(),
                column.path("value").asDouble()));
      }
    }
    return worst.isEmpty() ? "" : "columns: " + String.join(", ", worst);
  }

  private static void addIfThere(List<String> lines, String title, String text) {
    if (!text.isEmpty()) {
      lines.add(String.format(Locale.ROOT, "  %-11s %s", title, text));
    }
  }
}
