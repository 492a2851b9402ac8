package dev.likeness.privacy.fake;

import dev.likeness.numerics.CounterRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What values of one language are drawn from, by index.
 *
 * <p>Lists that Datafaker composes (streets, towns, companies) are composed once, by a fixed seed,
 * so that pools are the same everywhere and always.
 *
 * <p><b>Cost:</b> 20 to 200 ms when a language is first used. <b>Thread-safe:</b> yes.
 */
public final class Pool {

  private static final int COMPOSED = 2000;
  private static final int LONGEST_LIST = 8000;
  private static final CounterRandom FIXED = CounterRandom.of(20_260_101);
  private static final Map<String, Pool> POOLS = new ConcurrentHashMap<>();
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("de", "de"),
          Map.entry("fr", "fr"),
          Map.entry("es", "es"),
          Map.entry("it", "it"),
          Map.entry("nl", "nl"),
          Map.entry("pl", "pl"),
          Map.entry("pt", "pt-BR"),
          Map.entry("sv", "sv"),
          Map.entry("da", "da-DK"),
          Map.entry("nb", "nb-NO"),
          Map.entry("no", "nb-NO"),
          Map.entry("fi", "fi-FI"));
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("DE", "de"),
          Map.entry("AT", "de"),
          Map.entry("CH", "de"),
          Map.entry("FR", "fr"),
          Map.entry("BE", "fr"),
          Map.entry("ES", "es"),
          Map.entry("MX", "es"),
          Map.entry("AR", "es"),
          Map.entry("CO", "es"),
          Map.entry("CL", "es"),
          Map.entry("PE", "es"),
          Map.entry("IT", "it"),
          Map.entry("NL", "nl"),
          Map.entry("PL", "pl"),
          Map.entry("PT", "pt"),
          Map.entry("BR", "pt"),
          Map.entry("SE", "sv"),
          Map.entry("DK", "da"),
          Map.entry("NO", "nb"),
          Map.entry("FI", "fi"));

  private final Dictionary words;
  private final List<String> male;
  private final List<String> female;
  private final List<String> given;
  private final List<String> family;
  private final Map<String, List<String>> composed = new ConcurrentHashMap<>();

  private Pool(Dictionary words) {
    this.words = words;
    boolean gendered = !words.hasOwn("name.first_name") || words.hasOwn("name.male_first_name");
    if (gendered) {
      List<String> men = names("name.male_first_name");
      List<String> women = names("name.female_first_name");
      male = without(men, women);
      female = without(women, men);
      given = joined(men, women);
    } else {
      given = names("name.first_name");
      Set<String> known = new HashSet<>(words.list("name.male_first_name"));
      female = given.stream().filter(name -> !isMale(name, known)).toList();
      male = given.stream().filter(name -> isMale(name, known)).toList();
    }
    family = names("name.last_name");
  }

  /** Where a language does not say whose name it is: what English knows of men, else the ending. */
  private static boolean isMale(String name, Set<String> men) {
    String last = name.substring(name.length() - 1);
    return men.contains(name) || !"aeiéïy".contains(last);
  }

  private List<String> names(String key) {
    List<String> all =
        words.list(key).stream()
            .filter(name -> name.length() > 1 && name.chars().allMatch(Character::isLetter))
            .distinct()
            .limit(LONGEST_LIST)
            .toList();
    return all.isEmpty() ? List.of("Alex") : all;
  }

  private static List<String> without(List<String> names, List<String> others) {
    Set<String> shared = new HashSet<>(others);
    return names.stream().filter(name -> !shared.contains(name)).toList();
  }

  private static List<String> joined(List<String> some, List<String> more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /**
   * The pool of a language tag such as {@code "de"} or {@code "en-GB"}; English for the unknown.
   */
  public static Pool ofLanguage(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return POOLS.computeIfAbsent(
        LANGUAGES.getOrDefault(language, "en"), name -> new Pool(Dictionary.of(name)));
  }

  /** The pool of a country by its two letters; English for the others. */
  public static Pool ofCountry(String region) {
    return ofLanguage(COUNTRIES.getOrDefault(region, "en"));
  }

  List<String> given(Gender gender) {
    return switch (gender) {
      case FEMALE -> female;
      case MALE -> male;
      case ANY -> given;
    };
  }

  List<String> family() {
    return family;
  }

  List<String> streets() {
    return composed("address.street_name");
  }

  List<String> cities() {
    return composed("address.city");
  }

  List<String> companies() {
    return composed("company.name");
  }

  List<String> jobs() {
    return composed("job.title");
  }

  List<String> states() {
    return words.list("address.state");
  }

  List<String> countries() {
    return words.list("address.country");
  }

  List<String> lorem() {
    return words.list("lorem.words");
  }

  private List<String> composed(String key) {
    return composed.computeIfAbsent(key, this::compose);
  }

  private List<String> compose(String key) {
    List<String> made = new ArrayList<>(COMPOSED);
    for (int i = 0; i < COMPOSED; i++) {
      String text = words.draw(key, FIXED.derive(key), i).strip();
      if (!text.isEmpty() && !text.contains(",")) {
        made.add(text);
      }
    }
    return made.stream().distinct().toList();
  }

  /** A name in the letters of addresses: {@code Müller} as {@code mueller}. */
  static String slug(String name) {
    String lower =
        name.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("æ", "ae");
    StringBuilder out = new StringBuilder(lower.length());
    String plain = isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= 'a' && c <= 'z') {
        out.append(c);
      }
    }
    return out.isEmpty() ? "user" : out.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
