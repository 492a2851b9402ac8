package dev.likeness.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that stand side by side in the name of a column or in a value.
 *
 * <p>A word that ends with a star is the beginning of one ({@code diabet*}: <em>diabetic</em>,
 * <em>Diabetiker</em>), a word that begins with a star is the end of one ({@code *krankheit}).
 *
 * @param words lower case, without accents
 */
record Phrase(List<String> words) {

  private static final String STAR = "*";

  Phrase {
    words = List.copyOf(words);
  }

  /** The phrases of a text in which commas or ends of lines stand between them. */
  static List<Phrase> list(String text) {
    List<Phrase> phrases = new ArrayList<>();
    for (String phrase : text.split("[,\n]")) {
      List<String> words = words(phrase.strip());
      if (!words.isEmpty()) {
        phrases.add(new Phrase(words));
      }
    }
    return phrases;
  }

  private static List<String> words(String text) {
    if (!text.contains(STAR)) {
      return Header.split(text);
    }
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      words.addAll(word.contains(STAR) ? List.of(Header.fold(word)) : Header.split(word));
    }
    return words;
  }

  /** Whether all its words are whole words. */
  boolean plain() {
    return words.stream().noneMatch(word -> word.contains(STAR));
  }

  /** What words begin with that it stands for; empty where it is no single beginning. */
  Optional<String> beginning() {
    String word = words.getFirst();
    return words.size() == 1 && word.endsWith(STAR)
        ? Optional.of(word.substring(0, word.length() - 1))
        : Optional.empty();
  }

  /** Whether these words are the phrase. */
  boolean is(List<String> others) {
    return others.size() == words.size() && startsAt(0, others);
  }

  /** Whether the phrase stands among these words. */
  boolean isIn(List<String> others) {
    for (int at = 0; at + words.size() <= others.size(); at++) {
      if (startsAt(at, others)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAt(int at, List<String> others) {
    for (int i = 0; i < words.size(); i++) {
      if (!fits(words.get(i), others.get(at + i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of its words stands for this one. */
  boolean covers(String word) {
    return words.stream().anyMatch(own -> fits(own, word));
  }

  private static boolean fits(String own, String word) {
    int length = own.length() - 1;
    if (own.charAt(length) == '*') {
      return word.regionMatches(0, own, 0, length);
    }
    return own.charAt(0) == '*'
        ? word.regionMatches(word.length() - length, own, 1, length)
        : word.equals(own);
  }
}
