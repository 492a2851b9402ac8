package dev.likeness.table.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that have a well-known order: sizes, education, grades of agreement, months, bands of
 * numbers, numbered levels.
 *
 * <p>The scales of words stand in {@code ordinal-scales.txt}, in several languages. Names that say
 * "no answer" come last.
 *
 * @param ranks rank of each value as it stands
 */
public record OrdinalScale(Map<String, Double> ranks) {

  private static final int LEAST = 3;
  private static final int MOST = 100;
  private static final int SINGLE_LETTERS = 5;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+]+");
  private static final Pattern NUMBERED =
      Pattern.compile("^\\(?(\\d{1,2})\\s*[-.):=–]+\\s*\\p{L}.*");
  private static final Pattern LEVEL =
      Pattern.compile(
          "^(level|grade|stage|class|tier|year|week|quarter|phase|priority|step|day|degree|p|q|stufe|klasse|quartal|jahr|woche|tag|grad|niveau|classe|annee|semaine"
              + "|trimestre|nivel|grado|clase|fase|livello|anno|semestre|semester|term)"
              + "\\s*(\\d{1,3}|[ivx]{1,4})$");
  private static final String PART =
      "(?:W|KW|CW|Wk|Week|Q|T|H|S|Quarter|Quartal)\\s?(?<part>\\d{1,2})";
  private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
  private static final Pattern YEAR_PERIOD =
      Pattern.compile(YEAR + "[-/ ._]?" + PART, Pattern.CASE_INSENSITIVE);
  private static final Pattern PERIOD_YEAR =
      Pattern.compile(PART + "[-/ ._]{1,2}" + YEAR, Pattern.CASE_INSENSITIVE);
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  /** A scale of words, and what is no answer on any. */
  private record Known(List<Map<String, Double>> scales, Set<String> noAnswers) {}

  private static final Known KNOWN = known();

  /** Copies the ranks. */
  public OrdinalScale {
    ranks = Map.copyOf(ranks);
  }

  /** The scale on which all values lie, if there is one and they are at least three. */
  public static Optional<OrdinalScale> of(List<String> values) {
    Set<String> asked = new HashSet<>(values);
    asked.removeIf(value -> KNOWN.noAnswers.contains(words(value)) || words(value).isEmpty());
    boolean many = asked.size() > MOST;
    if (many || asked.stream().map(OrdinalScale::words).distinct().count() < LEAST) {
      return many ? periods(asked).map(OrdinalScale::new) : Optional.empty();
    }
    return named(asked)
        .or(() -> NumberBands.ranks(asked))
        .or(() -> numbered(asked))
        .or(() -> levels(asked))
        .or(() -> periods(asked))
        .map(OrdinalScale::new);
  }

  private static Optional<Map<String, Double>> named(Set<String> values) {
    boolean letters = values.stream().allMatch(value -> words(value).matches("[a-z]"));
    if (letters && values.size() < SINGLE_LETTERS && !sizes(values)) {
      return Optional.empty();
    }
    return KNOWN.scales.stream()
        .filter(scale -> values.stream().allMatch(value -> scale.containsKey(words(value))))
        .filter(scale -> !letters || !scale.containsKey("a+"))
        .findFirst()
        .map(scale -> ranks(values, value -> Objects.requireNonNull(scale.get(words(value)))));
  }

  /** Small, medium and large may be letters; other single letters are mostly codes. */
  private static boolean sizes(Set<String> values) {
    return values.stream().map(OrdinalScale::words).allMatch(Set.of("s", "m", "l")::contains);
  }

  @FunctionalInterface
  private interface Ranking {
    double of(String value);
  }

  private static Map<String, Double> ranks(Set<String> values, Ranking ranking) {
    Map<String, Double> ranks = new HashMap<>();
    values.forEach(value -> ranks.put(value, ranking.of(value)));
    return ranks;
  }

  /** Names with their number before them: {@code 1 - low}. */
  private static Optional<Map<String, Double>> numbered(Set<String> values) {
    Map<String, Double> ranks = new HashMap<>();
    for (String value : values) {
      Matcher matcher = NUMBERED.matcher(value.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      ranks.put(value, Double.parseDouble(matcher.group(1)));
    }
    return distinct(ranks);
  }

  /** Levels: {@code Stage II}, {@code Q1}. */
  private static Optional<Map<String, Double>> levels(Set<String> values) {
    Map<String, Double> ranks = new HashMap<>();
    Set<String> words = new HashSet<>();
    for (String value : values) {
      Matcher matcher = LEVEL.matcher(words(value));
      if (!matcher.matches()) {
        return Optional.empty();
      }
      words.add(matcher.group(1));
      String number = matcher.group(2);
      int roman = ROMAN.indexOf(number) + 1;
      boolean digits = Character.isDigit(number.charAt(0));
      boolean brief =
          matcher.group(1).length() == 1 && (number.length() > 1 || number.compareTo("5") > 0);
      if (!digits && roman == 0 || brief) {
        return Optional.empty();
      }
      ranks.put(value, digits ? Double.parseDouble(number) : roman);
    }
    return words.size() == 1 ? distinct(ranks) : Optional.empty();
  }

  /** Whether values are weeks, quarters or halves of years, which have an order however many. */
  public static boolean ofPeriods(Collection<String> values) {
    return values.stream().allMatch(value -> period(value).isPresent());
  }

  /** Parts of years: {@code 2024-W05}, {@code 2024-Q1}, {@code Q1 2024}, {@code KW 5/2024}. */
  private static Optional<Map<String, Double>> periods(Set<String> values) {
    Map<String, Double> ranks = new HashMap<>();
    for (String value : values) {
      Optional<Double> rank = period(value);
      if (rank.isEmpty()) {
        return Optional.empty();
      }
      ranks.put(value, rank.get());
    }
    return distinct(ranks);
  }

  private static Optional<Double> period(String value) {
    Matcher yearFirst = YEAR_PERIOD.matcher(value.strip());
    if (yearFirst.matches()) {
      return Optional.of(rank(yearFirst.group("year"), yearFirst.group("part")));
    }
    Matcher yearLast = PERIOD_YEAR.matcher(value.strip());
    return yearLast.matches()
        ? Optional.of(rank(yearLast.group("year"), yearLast.group("part")))
        : Optional.empty();
  }

  private static double rank(String year, String part) {
    return Integer.parseInt(year) * 100 + Integer.parseInt(part);
  }

  private static Optional<Map<String, Double>> distinct(Map<String, Double> ranks) {
    boolean distinct = new HashSet<>(ranks.values()).size() == ranks.size();
    return distinct ? Optional.of(ranks) : Optional.empty();
  }

  /** In lower case, without accents and marks. */
  private static String words(String value) {
    String plain = plain(value);
    return plain.length() == 2 && plain.endsWith("-")
        ? plain
        : NO_WORD.matcher(plain).replaceAll(" ").strip();
  }

  /** In lower case, without accents. */
  static String plain(String value) {
    String lower = value.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("").strip();
  }

  /** The values along the scale; equally ranked ones by their text. */
  public List<String> sorted(List<String> values) {
    List<String> sorted = new ArrayList<>(values);
    sorted.sort(
        Comparator.comparingDouble(
                (String value) -> ranks.getOrDefault(value, Double.POSITIVE_INFINITY))
            .thenComparing(Comparator.naturalOrder()));
    return List.copyOf(sorted);
  }

  private static Known known() {
    List<Map<String, Double>> scales = new ArrayList<>();
    Set<String> noAnswers = new HashSet<>();
    for (String line : lines()) {
      if (line.startsWith("?")) {
        noAnswers.addAll(level(line.substring(1)));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        scales.add(scale(line));
      }
    }
    return new Known(List.copyOf(scales), Set.copyOf(noAnswers));
  }

  private static Map<String, Double> scale(String line) {
    Map<String, Double> ranks = new HashMap<>();
    String[] levels = line.split("<");
    for (int i = 0; i < levels.length; i++) {
      for (String name : level(levels[i])) {
        ranks.put(name, (double) i);
      }
    }
    return Map.copyOf(ranks);
  }

  private static List<String> level(String text) {
    return Arrays.stream(text.split("\\|")).map(OrdinalScale::words).toList();
  }

  private static List<String> lines() {
    try (InputStream in = OrdinalScale.class.getResourceAsStream("ordinal-scales.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
