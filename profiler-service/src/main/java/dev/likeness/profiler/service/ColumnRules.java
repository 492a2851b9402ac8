package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.detect.PiiType;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks what is said about a column, property by property, so that a problem names the place and
 * what is expected there.
 */
final class ColumnRules {

  private static final List<String> PROPERTIES =
      List.of("kind", "role", "type", "pattern", "decimal", "missing_tokens", "treatment");
  private static final List<String> KINDS =
      Arrays.stream(Kind.values())
          .filter(kind -> kind != Kind.CONSTANT && kind != Kind.EMPTY)
          .map(Kind::word)
          .toList();
  private static final List<String> ROLES = List.of("direct", "quasi", "sensitive", "none");
  private static final List<String> TYPES =
      Stream.concat(
              Arrays.stream(PiiType.values()).map(PiiType::json), Stream.of(ColumnProfile.NO_TYPE))
          .toList();
  private static final List<String> MARKS = List.of(".", ",");
  private static final int MOST_TOKENS = 100;
  private static final int LONGEST_TOKEN = 100;

  private ColumnRules() {}

  /** Text as a step of a JSON pointer. */
  static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Checks what is said about columns; null is permitted everywhere and takes back what was said.
   *
   * @param said by name of column
   * @param names of the columns that there are
   * @param place JSON pointer to it
   * @throws dev.likeness.platform.problem.ProblemException naming the first place that is wrong
   */
  static void check(ObjectNode said, List<String> names, String place) {
    for (Map.Entry<String, JsonNode> column : said.properties()) {
      String at = place + step(column.getKey());
      if (!names.contains(column.getKey())) {
        throw ProfilerProblems.unknownColumn(at).toException();
      }
      require(column.getValue().isObject() || column.getValue().isNull(), at, "an object or null");
      column.getValue().properties().forEach(entry -> check(entry.getKey(), entry.getValue(), at));
    }
  }

  private static void check(String property, JsonNode value, String column) {
    String at = column + step(property);
    if (!PROPERTIES.contains(property)) {
      throw ProfilerProblems.unknownProperty(at).toException();
    }
    if (value.isNull()) {
      return;
    }
    switch (property) {
      case "kind" -> oneOf(value, KINDS, at);
      case "role" -> oneOf(value, ROLES, at);
      case "type" -> oneOf(value, TYPES, at);
      case "decimal" -> oneOf(value, MARKS, at);
      case "pattern" -> pattern(value, at);
      case "missing_tokens" -> tokens(value, at);
      default -> require(value.isObject(), at, "an object with the name of a treatment, or null");
    }
  }

  private static void oneOf(JsonNode value, List<String> words, String at) {
    require(
        value.isTextual() && words.contains(value.asText()),
        at,
        "one of " + String.join(" ", words) + ", or null");
  }

  private static void pattern(JsonNode value, String at) {
    boolean fits = value.isTextual();
    try {
      fits = fits && Amendment.none("").withPattern(value.asText()).pattern().isPresent();
    } catch (IllegalArgumentException e) {
      fits = false;
    }
    require(fits, at, "a pattern of dates or times such as dd.MM.yyyy, or null");
  }

  private static void tokens(JsonNode value, String at) {
    boolean fits = value.isArray() && value.size() <= MOST_TOKENS;
    for (JsonNode token : value) {
      fits = fits && token.isTextual() && token.asText().length() <= LONGEST_TOKEN;
    }
    require(
        fits,
        at,
        "at most " + MOST_TOKENS + " texts of at most " + LONGEST_TOKEN + " characters, or null");
  }

  static void require(boolean holds, String at, String expected) {
    if (!holds) {
      throw ProfilerProblems.invalid(at, expected).toException();
    }
  }
}
