package dev.likeness.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words written together, taken apart where every part is a known word. */
final class Compound {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 40;
  private static final Set<String> SHORT =
      Set.of("of", "id", "no", "nr", "de", "is", "ip", "in", "dt");
  private static final Set<String> NEVER =
      Set.of(
          "age", "race", "sex", "mail", "rate", "cell", "cast", "ill", "ion", "post", "tel", "per",
          "her", "his", "man", "end", "ort", "dni", "nif", "alt", "rue", "ssn", "via", "zip", "lat",
          "lon", "lng", "mrs", "pan", "car", "ran", "ges", "ist", "ber");

  private Compound() {}

  /** The parts, as few as possible; the word itself where it does not come apart. */
  static List<String> split(String word, Set<String> known) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return List.of(word);
    }
    int[] from = new int[word.length() + 1];
    int[] parts = new int[word.length() + 1];
    for (int end = 1; end <= word.length(); end++) {
      parts[end] = Integer.MAX_VALUE;
      for (int begin = 0; begin < end; begin++) {
        boolean reached = begin == 0 || parts[begin] != Integer.MAX_VALUE;
        if (reached && parts[begin] + 1 < parts[end] && part(word.substring(begin, end), known)) {
          parts[end] = parts[begin] + 1;
          from[end] = begin;
        }
      }
    }
    return parts[word.length()] == Integer.MAX_VALUE ? List.of(word) : join(word, from);
  }

  private static boolean part(String text, Set<String> known) {
    return SHORT.contains(text)
        || text.length() >= 3 && known.contains(text) && !NEVER.contains(text);
  }

  private static List<String> join(String word, int[] from) {
    List<String> parts = new ArrayList<>();
    for (int end = word.length(); end > 0; end = from[end]) {
      parts.addFirst(word.substring(from[end], end));
    }
    return parts;
  }
}
