package dev.likeness.privacy.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Gathers the names of people, towns, regions and countries that {@link Lexicon} knows, from
 * Datafaker's locale files and the Java platform. The build runs it.
 */
public final class LexiconMaker {

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
  private final Map<String, Set<String>> lists = new TreeMap<>();

  private LexiconMaker() {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    FILES.forEach(file -> read(yaml, file));
    addCountries();
  }

  /**
   * Writes the file.
   *
   * @param arguments the folder of classes, in which it lies beside this class
   */
  public static void main(String... arguments) throws IOException {
    String folder = LexiconMaker.class.getPackageName().replace('.', '/');
    Path target = Path.of(arguments[0], folder, Lexicon.FILE);
    Files.write(target, new LexiconMaker().lines());
  }

  /** A line with the name of each list, then its words, each in a line. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lists.forEach(
        (name, words) -> {
          lines.add("#" + name);
          lines.addAll(words);
        });
    return lines;
  }

  private Set<String> list(String name) {
    return lists.computeIfAbsent(name, key -> new TreeSet<>());
  }

  private void addCountries() {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      for (String language : LANGUAGES) {
        list(Lexicon.COUNTRIES).add(Header.fold(country.getDisplayCountry(Locale.of(language))));
      }
    }
  }

  private void read(Yaml yaml, String file) {
    try (InputStream in = LexiconMaker.class.getResourceAsStream("/" + file + ".yml")) {
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
      add(Lexicon.GIVEN, words);
    } else if (key.contains("last_name")) {
      add(Lexicon.FAMILY, words);
    }
  }

  private void takePlace(String key, Object words) {
    switch (key) {
      case "city_name", "city_names", "city", "cities", "municipality" ->
          add(Lexicon.CITIES, words);
      case "state", "province", "county", "region", "lga", "state_abbr" ->
          add(Lexicon.REGIONS, words);
      case "country" -> add(Lexicon.COUNTRIES, words);
      case "street_suffix", "street_title", "street_prefix" -> add(Lexicon.STREETS, words);
      default -> {
        // street roots, time zones and the like say nothing about values
      }
    }
  }

  private void add(String name, Object words) {
    if (words instanceof Collection<?> list) {
      list.stream()
          .map(Object::toString)
          .filter(word -> !word.contains("#"))
          .forEach(word -> list(name).add(Header.fold(word).strip()));
    }
  }
}
