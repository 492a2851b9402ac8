package dev.likeness.table.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bands of numbers as names: {@code 18-24}, {@code 65+}, {@code under 18}, {@code $10,000 -
 * $24,999}, {@code (0,10]}, {@code 1 bis 5 Jahre}.
 */
final class NumberBands {

  private static final double OPEN = 1e12;
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)\\s*(k|m|mio|tsd)?(?![a-z])";
  private static final String UNIT = "\\s*([a-z%/²]*)\\.?\\s*";
  private static final String BEFORE =
      "(?:(?:between|from|entre|de|von|zwischen|da|tra|van|ages?|aged|alter)\\s+)?";
  private static final String UP_TO =
      "(?:-+|to|bis|until|through|a|al|ate|tot|et|and|und|y|e|\\.\\.+)";
  private static final Pattern INTERVAL =
      Pattern.compile("^" + BEFORE + NUMBER + UNIT + UP_TO + "\\s*" + NUMBER + UNIT + "$");
  private static final Pattern BRACKETS =
      Pattern.compile(
          "^[\\[(]\\s*(-?\\d+(?:\\.\\d+)?)\\s*[,;]\\s*(-?\\d+(?:\\.\\d+)?|inf)\\s*[\\])]$");
  private static final Pattern BELOW =
      Pattern.compile(
          "^(?:<=?|under|below|less than|fewer than|up to|max|at most|younger than|unter|bis(?: zu)?"
              + "|weniger als|hochstens|moins de|jusqu.?a|menos de|hasta|meno di|fino a|ate"
              + "|minder dan|tot|onder)\\s*"
              + NUMBER
              + UNIT
              + "$");
  private static final Pattern OR_LESS =
      Pattern.compile(
          "^"
              + NUMBER
              + UNIT
              + "(?:(?:or|and|oder|und|et|o|y|ou|e|of|en) (?:less|under|fewer|below|younger|weniger"
              + "|junger|moins|menos|meno|minder))$");
  private static final Pattern ABOVE =
      Pattern.compile(
          "^(?:>=?|over|above|more than|at least|older than|from|ab|uber|mehr als|mindestens"
              + "|plus de|mas de|oltre|piu di|mais de|meer dan|desde|a partir de)\\s*"
              + NUMBER
              + UNIT
              + "$");
  private static final Pattern OR_MORE =
      Pattern.compile(
          "^"
              + NUMBER
              + UNIT
              + "(?:\\+|plus|(?:or|and|oder|und|et|o|y|ou|e|of|en) (?:more|over|above|older|up|mehr"
              + "|alter|plus|mas|piu|mais|meer|oltre))"
              + UNIT
              + "$");
  private static final Pattern SINGLE = Pattern.compile("^" + NUMBER + UNIT + "$");
  private static final Pattern GROUPS =
      Pattern.compile("(?<![\\d.,])([1-9]\\d{0,2})(?:[,.' ]\\d{3})+(?![\\d])");
  private static final Pattern MONEY = Pattern.compile("[$€£¥]|\\b(?:usd|eur|gbp|chf|inr)\\b");
  private static final Map<String, Double> DAYS = days();

  /** A band; its ends in one unit. */
  private record Band(double low, double high, boolean single, Set<String> units) {
    boolean open() {
      return Double.isInfinite(low) || Double.isInfinite(high);
    }
  }

  private NumberBands() {}

  /** Ranks of all values, where all are bands that do not overlap, and not all single numbers. */
  static Optional<Map<String, Double>> ranks(Set<String> values) {
    Map<String, Band> bands = new HashMap<>();
    Set<String> units = new HashSet<>();
    for (String value : values) {
      Optional<Band> band = band(value);
      if (band.isEmpty()) {
        return Optional.empty();
      }
      bands.put(value, band.get());
      units.addAll(band.get().units());
    }
    boolean time = DAYS.keySet().containsAll(units);
    if (!bounded(bands.values()) || !time && units.size() > 2 || !apart(bands.values())) {
      return Optional.empty();
    }
    Map<String, Double> ranks = new HashMap<>();
    bands.forEach((value, band) -> ranks.put(value, rank(band)));
    return Optional.of(ranks);
  }

  /** Whether one has an open end, or half of them have two. */
  private static boolean bounded(Collection<Band> bands) {
    long single = bands.stream().filter(Band::single).count();
    return bands.stream().anyMatch(Band::open) || single * 2 <= bands.size();
  }

  private static double rank(Band band) {
    return band.low == Double.NEGATIVE_INFINITY ? band.high - OPEN : band.low;
  }

  private static boolean apart(Collection<Band> bands) {
    List<Band> sorted = new ArrayList<>(bands);
    sorted.sort(Comparator.comparingDouble(NumberBands::rank));
    for (int i = 1; i < sorted.size(); i++) {
      Band before = sorted.get(i - 1);
      Band band = sorted.get(i);
      boolean open = before.high == Double.POSITIVE_INFINITY;
      if (!open && before.high > band.low && band.low != Double.NEGATIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Band> band(String value) {
    String text = clean(value);
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.matches()) {
      double high =
          brackets.group(2).equals("inf")
              ? Double.POSITIVE_INFINITY
              : Double.parseDouble(brackets.group(2));
      return valid(new Band(Double.parseDouble(brackets.group(1)), high, false, Set.of()));
    }
    String plain = decimals(grouped(text));
    Matcher interval = INTERVAL.matcher(plain);
    return interval.matches() ? valid(interval(interval)) : open(plain);
  }

  private static Optional<Band> valid(Band band) {
    return band.low <= band.high ? Optional.of(band) : Optional.empty();
  }

  private static Band interval(Matcher found) {
    String unit = found.group(3).isEmpty() ? found.group(6) : found.group(3);
    String times = found.group(2) == null ? found.group(5) : found.group(2);
    boolean thousand = times != null && found.group(2) == null;
    double high = number(found.group(4), found.group(5), found.group(6));
    double low = number(found.group(1), found.group(2), unit);
    double scaled = number(found.group(1), times == null ? "" : times, unit);
    boolean fits = thousand && low > 0 && scaled <= high;
    return new Band(fits ? scaled : low, high, false, units(unit, found.group(6)));
  }

  private static Optional<Band> open(String text) {
    for (Pattern pattern : List.of(BELOW, OR_LESS)) {
      Matcher below = pattern.matcher(text);
      if (below.matches()) {
        return Optional.of(band(below, Double.NEGATIVE_INFINITY, value(below), false));
      }
    }
    for (Pattern pattern : List.of(ABOVE, OR_MORE)) {
      Matcher above = pattern.matcher(text);
      if (above.matches()) {
        return Optional.of(band(above, value(above), Double.POSITIVE_INFINITY, false));
      }
    }
    Matcher single = SINGLE.matcher(text);
    return single.matches()
        ? Optional.of(band(single, value(single), value(single), true))
        : Optional.empty();
  }

  private static Band band(Matcher found, double low, double high, boolean single) {
    return new Band(low, high, single, units(found.group(3), found.group(found.groupCount())));
  }

  private static Set<String> units(String... units) {
    Set<String> named = new HashSet<>(List.of(units));
    named.remove("");
    return named;
  }

  private static double value(Matcher found) {
    boolean behind = found.groupCount() == 4 && found.group(3).isEmpty();
    return number(found.group(1), found.group(2), found.group(behind ? 4 : 3));
  }

  private static double number(String digits, @Nullable String times, String unit) {
    double factor =
        switch (times == null ? "" : times) {
          case "k", "tsd" -> 1e3;
          case "m", "mio" -> 1e6;
          default -> 1;
        };
    return Double.parseDouble(digits) * factor * DAYS.getOrDefault(unit, 1.0);
  }

  private static String clean(String value) {
    String text =
        OrdinalScale.plain(value)
            .replaceAll("[‐‑‒–—−~]", "-")
            .replace("≥", ">=")
            .replace("≤", "<=")
            .replaceAll("\\s+", " ");
    return MONEY.matcher(text).replaceAll("").strip();
  }

  private static String grouped(String text) {
    return GROUPS.matcher(text).replaceAll(found -> found.group().replaceAll("[,.' ]", ""));
  }

  private static String decimals(String text) {
    return text.replaceAll("(\\d),(\\d)", "$1.$2");
  }

  private static Map<String, Double> days() {
    Map<String, Double> days = new HashMap<>();
    put(days, 1.0 / 86_400, "s sec secs second seconds sek sekunden");
    put(days, 1.0 / 1_440, "min mins minute minutes minuten minuti minutos");
    put(days, 1.0 / 24, "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore");
    put(days, 1, "d day days tag tage tagen jour jours dia dias giorno giorni dag dagen");
    put(days, 7, "w week weeks woche wochen semaine semaines semana semanas settimane");
    put(days, 30, "month months mo mos monat monate monaten mois mes meses mese mesi maand");
    put(days, 365, "y yr yrs year years jahr jahre jahren an ans ano anos anno anni jaar");
    return Map.copyOf(days);
  }

  private static void put(Map<String, Double> days, double factor, String words) {
    for (String word : words.split(" ")) {
      days.put(word, factor);
    }
  }
}
