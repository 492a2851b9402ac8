package dev.likeness.privacy.detect;

import java.util.HashMap;
import java.util.Map;

/**
 * Usual short forms and other spellings of single words: {@code nbr} is <em>number</em>. Only such
 * as mean one thing wherever they stand.
 */
final class Abbreviations {

  private static final Map<String, String> FULL = read();

  private Abbreviations() {}

  private static Map<String, String> read() {
    Map<String, String> full = new HashMap<>();
    for (String line : Vocabulary.text("abbreviations").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] sides = line.split(":");
        for (String shortened : sides[1].strip().split(" +")) {
          full.put(shortened, sides[0].strip());
        }
      }
    }
    return Map.copyOf(full);
  }

  /** The whole word; the word itself where it is no short form. */
  static String full(String word) {
    return FULL.getOrDefault(word, word);
  }

  /** All short forms. */
  static Iterable<String> all() {
    return FULL.keySet();
  }
}
