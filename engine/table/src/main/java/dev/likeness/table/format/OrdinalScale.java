package dev.likeness.table.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that have a well-known order: sizes, grades of agreement, months, bands of numbers.
 *
 * @param ranks rank of each value's normal form
 */
public record OrdinalScale(Map<String, Double> ranks) {

  private static final Pattern BAND =
      Pattern.compile(
          "^(?:<|>|>=|<=|under|over|up to|from)?\\s*(\\d+(?:\\.\\d+)?)"
              + "(?:\\s*(?:-|–|to|\\.\\.)\\s*\\d+(?:\\.\\d+)?)?\\s*(\\+|and over|or more|years|yrs)?$");

  private static final List<List<String>> SCALES =
      List.of(
          List.of("none", "very low", "low", "medium|moderate|middle|normal", "high", "very high"),
          List.of("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"),
          List.of("tiny", "small", "medium", "large", "extra large"),
          List.of("very poor", "poor", "fair|average", "good", "very good", "excellent"),
          List.of("very bad", "bad", "neutral|ok", "good", "very good"),
          List.of(
              "strongly disagree",
              "disagree|somewhat disagree",
              "neutral|neither agree nor disagree",
              "agree|somewhat agree",
              "strongly agree"),
          List.of("very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"),
          List.of("never", "rarely|seldom", "sometimes|occasionally", "often", "always"),
          List.of(
              "monday|mon",
              "tuesday|tue",
              "wednesday|wed",
              "thursday|thu",
              "friday|fri",
              "saturday|sat",
              "sunday|sun"),
          List.of(
              "january|jan",
              "february|feb",
              "march|mar",
              "april|apr",
              "may",
              "june|jun",
              "july|jul",
              "august|aug",
              "september|sep|sept",
              "october|oct",
              "november|nov",
              "december|dec"),
          List.of("bronze", "silver", "gold", "platinum", "diamond"),
          List.of("low risk", "medium risk", "high risk"),
          List.of("first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th"));

  /** The scale on which all values lie, if there is one and they are at least three. */
  public static Optional<OrdinalScale> of(List<String> values) {
    Set<String> normal = new HashSet<>();
    values.forEach(value -> normal.add(normal(value)));
    if (normal.size() < 3 || normal.size() > 100) {
      return Optional.empty();
    }
    for (List<String> scale : SCALES) {
      Map<String, Double> ranks = ranks(scale);
      if (ranks.keySet().containsAll(normal)) {
        return Optional.of(new OrdinalScale(ranks));
      }
    }
    return bands(normal);
  }

  private static Map<String, Double> ranks(List<String> scale) {
    Map<String, Double> ranks = new HashMap<>();
    for (int i = 0; i < scale.size(); i++) {
      for (String name : scale.get(i).split("\\|")) {
        ranks.put(name, (double) i);
      }
    }
    return ranks;
  }

  private static Optional<OrdinalScale> bands(Set<String> normal) {
    Map<String, Double> ranks = new HashMap<>();
    for (String value : normal) {
      Matcher matcher = BAND.matcher(value);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      boolean below = value.startsWith("<") || value.startsWith("under") || value.startsWith("up");
      ranks.put(value, Double.parseDouble(matcher.group(1)) - (below ? 1e9 : 0));
    }
    return Optional.of(new OrdinalScale(ranks));
  }

  private static String normal(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The values along the scale; equally ranked ones by their text. */
  public List<String> sorted(List<String> values) {
    List<String> sorted = new ArrayList<>(values);
    sorted.sort(
        Comparator.comparingDouble((String value) -> ranks.getOrDefault(normal(value), 0.0))
            .thenComparing(Comparator.naturalOrder()));
    return List.copyOf(sorted);
  }
}
