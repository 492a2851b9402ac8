package dev.likeness.privacy.fake;

import dev.likeness.numerics.CounterRandom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The word lists of Datafaker for one language, those of English where it has none.
 *
 * <p>The files are read as they are: starting the library itself would read some 250 of them.
 */
final class Dictionary {

  private static final List<String> SECTIONS =
      List.of("name", "address", "company", "job", "lorem");
  private static final int LARGEST_FILE = 64 << 20;
  private static final int DEEPEST = 8;
  private static final Pattern REFERENCE = Pattern.compile("#\\{([A-Za-z_.]+)}");

  private final Map<String, Object> own;
  private final Map<String, Object> english;

  private Dictionary(Map<String, Object> own, Map<String, Object> english) {
    this.own = own;
    this.english = english;
  }

  /** The lists of a language, named as Datafaker names its files, such as {@code "pt-BR"}. */
  static Dictionary of(String language) {
    Map<String, Object> english = new HashMap<>();
    for (String section : SECTIONS) {
      read("en/" + section, english);
    }
    Map<String, Object> own = new HashMap<>();
    if (!language.equals("en")) {
      read(language, own);
    }
    return new Dictionary(own, english);
  }

  private static void read(String file, Map<String, Object> into) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_FILE);
    try (InputStream in = Faker.class.getResourceAsStream("/" + file + ".yml")) {
      if (in == null) {
        return;
      }
      Map<String, Object> tree = new Yaml(new SafeConstructor(options)).load(in);
      Object faker = map(tree.values().iterator().next()).get("faker");
      map(faker)
          .forEach(
              (section, lists) -> {
                if (SECTIONS.contains(section)) {
                  map(lists).forEach((name, list) -> into.put(section + "." + name, list));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object node) {
    return node instanceof Map ? (Map<String, Object>) node : Map.of();
  }

  /** Whether the language has a list of its own. */
  boolean hasOwn(String key) {
    return own.containsKey(key);
  }

  /** A list as it stands, English where the language has none; empty where there is none at all. */
  List<String> list(String key) {
    Object found = own.getOrDefault(key, english.getOrDefault(key, List.of()));
    return switch (found) {
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> List.of(String.valueOf(found));
    };
  }

  /** One of a list, with what it refers to put in. */
  String draw(String key, CounterRandom random, long row) {
    return resolve(key, random, row, 0);
  }

  private String resolve(String key, CounterRandom random, long row, int depth) {
    List<String> list = list(key);
    if (list.isEmpty() || depth > DEEPEST) {
      return "";
    }
    int at = (int) random.below(list.size(), row, depth * 31 + key.length());
    String text = list.get(at);
    if (!text.contains("#{")) {
      return text;
    }
    String section = key.substring(0, key.indexOf('.'));
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder();
    int part = 1;
    while (matcher.find()) {
      String name = key(matcher.group(1), section);
      String found = resolve(name, random.derive(part++), row, depth + 1);
      matcher.appendReplacement(out, Matcher.quoteReplacement(found));
    }
    return matcher.appendTail(out).toString();
  }

  /** {@code Address.cityPrefix} and {@code city_prefix} as {@code address.city_prefix}. */
  private static String key(String reference, String section) {
    String name = reference.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return name.contains(".") ? name : section + "." + name;
  }
}
