package dev.likeness.table.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes ways of writing numbers from a few cells. */
final class NumberStyles {

  private static final Pattern DECORATED =
      Pattern.compile(
          "^[-+]?(?<prefix>(?:[$€£¥₹]|USD|EUR|GBP|CHF|US\\$|R\\$)[\\s\u00a0\u202f]?)?[-+]?[\\d.,'\\s\u2019\u00a0\u2009\u202f]*\\d"
              + "(?:[eE][-+]?\\d+)?\\.?(?<suffix>[\\s\u00a0\u202f]?(?:%|‰|[$€£¥₹]|USD|EUR|GBP|CHF|°C?|°F"
              + "|kg|mg|g|km|cm|mm|m|lbs?|oz|ml|l|kWh|MB|GB|kB|min|hrs?|h|sec|s|ms|days?|years?"
              + "|yrs?|months?))?$");
  private static final double ENOUGH = 0.8;

  private NumberStyles() {}

  /** Votes for every style that may read these cells, the most usual first. */
  static List<NumberVote> of(List<String> cells, Asked asked) {
    if (!asked.mayBeNumeric()) {
      return List.of();
    }
    String prefix = "";
    String suffix = "";
    int fitting = 0;
    for (String cell : cells) {
      Matcher matcher = DECORATED.matcher(cell.strip());
      if (matcher.matches()) {
        fitting++;
        prefix = fitting == 1 ? text(matcher, "prefix") : prefix;
        suffix = fitting == 1 ? text(matcher, "suffix") : suffix;
      }
    }
    if (!asked.numeric() && (fitting == 0 || fitting < ENOUGH * cells.size())) {
      return List.of();
    }
    return votes(cells, prefix, suffix, asked).stream()
        .filter(vote -> asked.mark(vote.mark()))
        .toList();
  }

  private static String text(Matcher matcher, String group) {
    String text = matcher.group(group);
    return text == null ? "" : text;
  }

  private static List<NumberVote> votes(
      List<String> cells, String prefix, String suffix, Asked asked) {
    List<NumberVote> votes = new ArrayList<>();
    votes.add(new NumberVote('.', Optional.empty(), prefix, suffix));
    if (any(cells, ',')) {
      votes.add(new NumberVote('.', Optional.of(','), prefix, suffix));
    }
    if (any(cells, ',') || asked.decimal().isPresent()) {
      votes.add(new NumberVote(',', Optional.empty(), prefix, suffix));
    }
    for (char group : new char[] {'.', ' ', '\u00a0', '\u2009', '\u202f', '\'', '\u2019'}) {
      if (any(cells, group)) {
        votes.add(new NumberVote(',', Optional.of(group), prefix, suffix));
        if (group != '.') {
          votes.add(new NumberVote('.', Optional.of(group), prefix, suffix));
        }
      }
    }
    return votes;
  }

  private static boolean any(List<String> cells, char c) {
    return cells.stream().anyMatch(cell -> cell.indexOf(c) >= 0);
  }

  /**
   * The style that reads most. Where {@code 1,234} may be a thousand or a little more than one, it
   * is a thousand unless another value speaks against it or the file is delimited by semicolons.
   */
  static Optional<NumberVote> best(List<NumberVote> votes, char delimiter) {
    NumberVote best = null;
    for (NumberVote vote : votes) {
      if (vote.parsed() > 0 && (best == null || better(vote, best, delimiter))) {
        best = vote;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean better(NumberVote vote, NumberVote best, char delimiter) {
    if (vote.parsed() != best.parsed()) {
      return vote.parsed() > best.parsed();
    }
    boolean ambiguous =
        best.grouped() > 0 && vote.fractions() > 0 && vote.mark() == ',' && vote.grouped() == 0;
    return ambiguous && (best.ungrouped() > 0 || delimiter == ';');
  }
}
