package dev.likeness.privacy.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Names of people, towns, regions and countries in many languages, folded to lower case without
 * accents.
 *
 * <p>Names, towns and regions are those that Datafaker's locale files hold; countries are those of
 * the Java platform in nine languages and their codes; towns and regions that are missing there are
 * added by hand. <b>Cost:</b> read once, about a second of one thread. <b>Thread-safe:</b> yes.
 */
final class Lexicon {

  private static final List<String> FILES =
      List.of(
          "en/name",
          "en/address",
          "en-AU",
          "en-CA",
          "en-GB",
          "en-IE",
          "en-IN",
          "en-MS",
          "en-NEP",
          "en-NG",
          "en-NZ",
          "en-PAK",
          "en-PH",
          "en-SG",
          "en-UG",
          "en-ZA",
          "ar",
          "bg",
          "ca",
          "cs-CZ",
          "da-DK",
          "de",
          "de-AT",
          "de-CH",
          "el-GR",
          "es",
          "es-AR",
          "es-MX",
          "et",
          "fa",
          "fi-FI",
          "fr",
          "fr-CA",
          "fr-CH",
          "he",
          "hr",
          "hu",
          "id-ID",
          "it",
          "ja",
          "ko",
          "lv",
          "nb-NO",
          "nl",
          "nl-BE",
          "no-NO",
          "pl",
          "pt",
          "pt-BR",
          "ru",
          "sk",
          "sv",
          "sv-SE",
          "tr",
          "uk",
          "vi",
          "zh-CN",
          "_BR",
          "_DE",
          "_NL",
          "_IN",
          "_MX",
          "_CA",
          "_CH",
          "_ES");
  private static final List<String> LANGUAGES =
      List.of("en", "de", "es", "fr", "it", "nl", "pt", "pl", "sv");
  private static final Set<String> NO_NAMES =
      Words.set(
          """
          red green blue black white brown grey gray pink orange yellow purple violet silver gold
          north south east west low high medium small large big good bad new old yes no none other
          unknown true false male female man woman day month year summer winter spring autumn
          monday tuesday wednesday thursday friday saturday sunday january february march april
          may june july august september october november december single married divorced
          standard premium basic gold active inactive open closed bachelor master doctor manager
          engineer nurse teacher sales rent own private public urban rural dairy beverages produce
          """);

  private static final Set<String> NO_REGIONS =
      Words.set("si ja nein non oui sim nao tak nie m f w v y");

  private static final class Holder {
    static final Lexicon LEXICON = new Lexicon();
  }

  private final Set<String> given = new HashSet<>();
  private final Set<String> family = new HashSet<>();
  private final Set<String> cities = new HashSet<>();
  private final Set<String> regions = new HashSet<>();
  private final Set<String> countries = new HashSet<>();
  private final Set<String> streets = new HashSet<>();

  private Lexicon() {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    FILES.forEach(file -> read(yaml, file));
    given.removeAll(NO_NAMES);
    family.removeAll(NO_NAMES);
    regions.removeAll(NO_NAMES);
    regions.removeAll(NO_REGIONS);
    Places.CITIES.forEach(city -> cities.add(Header.fold(city)));
    Places.REGIONS.forEach(region -> regions.add(Header.fold(region)));
    Places.COUNTRIES.forEach(country -> countries.add(Header.fold(country)));
    addCountries();
  }

  /** The one lexicon, read when first asked for. */
  static Lexicon get() {
    return Holder.LEXICON;
  }

  private void addCountries() {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      for (String language : LANGUAGES) {
        countries.add(Header.fold(country.getDisplayCountry(Locale.of(language))));
      }
    }
  }

  private void read(Yaml yaml, String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream("/" + file + ".yml")) {
      if (in == null) {
        throw new IllegalStateException("the word list " + file + " is missing");
      }
      Map<?, ?> root = (Map<?, ?>) yaml.load(in);
      for (Object locale : root.values()) {
        Map<?, ?> faker = map(map(locale).get("faker"));
        map(faker.get("name")).forEach((key, words) -> takeName(key.toString(), words));
        map(faker.get("address")).forEach((key, words) -> takePlace(key.toString(), words));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  private void takeName(String key, Object words) {
    if (key.contains("first_name")
        || key.equals("man_first_name")
        || key.contains("english_name")) {
      add(given, words);
    } else if (key.contains("last_name")) {
      add(family, words);
    }
  }

  private void takePlace(String key, Object words) {
    switch (key) {
      case "city_name", "city_names", "city", "cities", "municipality" -> add(cities, words);
      case "state", "province", "county", "region", "lga", "state_abbr" -> add(regions, words);
      case "country" -> add(countries, words);
      case "street_suffix", "street_title", "street_prefix" -> add(streets, words);
      default -> {
        // street roots, time zones and the like say nothing about values
      }
    }
  }

  private static void add(Set<String> to, Object words) {
    if (words instanceof Collection<?> list) {
      list.stream()
          .map(Object::toString)
          .filter(word -> !word.contains("#"))
          .forEach(word -> to.add(Header.fold(word).strip()));
    }
  }

  /** Whether a word is a first name somewhere; digits at its end do not matter. */
  boolean given(String word) {
    return given.contains(plain(word));
  }

  /** Whether a word is a last name somewhere. */
  boolean family(String word) {
    return family.contains(plain(word));
  }

  private static String plain(String word) {
    return Header.fold(word).replaceAll("[\\d.,]+$", "").strip();
  }

  /** Whether a text is the name of a town. */
  boolean city(String text) {
    return cities.contains(Header.fold(text).strip());
  }

  /** Whether a text is the name or the usual abbreviation of a state, province or county. */
  boolean region(String text) {
    return Arrays.stream(Header.fold(text).split("[/,(]"))
        .map(String::strip)
        .anyMatch(regions::contains);
  }

  /** Whether a word is one that streets are called by, such as <em>Crescent</em>. */
  boolean street(String word) {
    return streets.contains(Header.fold(word));
  }

  /** Whether a text is the name of a country. */
  boolean country(String text) {
    String plain = Header.fold(text).replace('-', ' ').replace('_', ' ').strip();
    return countries.contains(plain);
  }
}
