package dev.likeness.table.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes ways of writing numbers from a few cells.
 *
 * <p>A currency may stand before all numbers, a currency, a unit or any one word behind them, the
 * same in most cells. Numbers that are shortened ({@code 1.5K}, {@code 2M}) stay names: how they
 * were rounded is lost, and letters behind digits are codes more often than not.
 */
final class NumberStyles {

  private static final String BLANK = "[\\s\u00a0\u202f]";
  private static final String MONEY =
      "\\p{Sc}|(?:US|CA|AU|NZ|HK|[ACSR])\\$|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|BRL|MXN|CAD|AUD|SEK|NOK|DKK"
          + "|PLN|CZK|HUF|RON|TRY|RUB|ZAR|KRW|ILS|SFr\\.?|Fr\\.|Rs\\.?|kr\\.?|zł|Kč|Ft|lei|руб\\.?)";
  private static final Pattern DECORATED =
      Pattern.compile(
          "(?<open>\\()?[-+−]?(?<prefix>(?:%s)%s?)?(?<inner>\\()?[-+−]?[\\d.,'\\s\u2019\u00a0\u2009\u202f]*\\d(?:[eE][-+]?\\d+)?\\.?(?<behind>-)?\\)?(?<suffix>%s?(?:%%|‰|°C?|°F|%s|kg|mg|g|km|cm|mm|m|lbs?|oz|ml|l|kWh|MB|GB|kB|min|hrs?|h|sec|s|ms|days?|years?|yrs?|months?)|%s\\p{L}[\\p{L}²³/]{1,14})?-?\\)?"
              .formatted(MONEY, BLANK, BLANK, MONEY, BLANK));
  private static final double ENOUGH = 0.8;

  /** What stands around a number. */
  private record Decoration(String prefix, String suffix) {}

  private NumberStyles() {}

  /** Votes for every style that may read these cells, the most usual first. */
  static List<NumberVote> of(List<String> cells, Asked asked) {
    if (!asked.mayBeNumeric()) {
      return List.of();
    }
    Map<Decoration, Integer> decorations = new LinkedHashMap<>();
    int fitting = 0;
    boolean plain = false;
    for (String cell : cells) {
      Matcher matcher = DECORATED.matcher(cell.strip());
      if (matcher.matches()) {
        fitting++;
        plain |= !signed(matcher);
        Decoration found = new Decoration(text(matcher, "prefix"), text(matcher, "suffix"));
        decorations.merge(found, 1, Integer::sum);
      }
    }
    if (!asked.numeric() && (!plain || fitting < ENOUGH * cells.size())) {
      return List.of();
    }
    Decoration usual = usual(decorations);
    return votes(cells, usual.prefix, usual.suffix, asked).stream()
        .filter(vote -> asked.mark(vote.mark()))
        .toList();
  }

  /** Whether a sign is written in a way that numbers share with other things. */
  private static boolean signed(Matcher matcher) {
    return matcher.group("open") != null
        || matcher.group("inner") != null
        || matcher.group("behind") != null;
  }

  private static Decoration usual(Map<Decoration, Integer> decorations) {
    Decoration usual = new Decoration("", "");
    int most = 0;
    for (Map.Entry<Decoration, Integer> entry : decorations.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        usual = entry.getKey();
      }
    }
    return usual;
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
