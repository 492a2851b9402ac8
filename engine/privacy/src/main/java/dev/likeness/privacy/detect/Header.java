package dev.likeness.privacy.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The name of a column as words: {@code dateOfBirth}, {@code DATE_OF_BIRTH} and {@code dateofbirth}
 * are all <em>date of birth</em>; accents are dropped, digits stand alone.
 *
 * @param words in order, lower case, without accents
 */
public record Header(List<String> words) {

  private static final int LONGEST = 200;

  /** Small words that come and go: <em>data di nascita</em> is <em>data nascita</em>. */
  private static final Set<String> CONNECTORS =
      Set.of(
          "of", "the", "and", "de", "del", "di", "du", "da", "do", "dos", "das", "della", "dell",
          "der", "des", "van", "von", "het", "la", "le", "el", "und", "et", "en", "y", "e", "i",
          "a", "d", "l", "oder", "or");

  /** Other spellings of one word. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "nbr",
          "number",
          "nmbr",
          "number",
          "lvl",
          "level",
          "lattitude",
          "latitude",
          "longtitude",
          "longitude",
          "addres",
          "address",
          "adress",
          "address",
          "ocupation",
          "occupation");

  /** What stands for a missing name, in front of a number. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "column",
          "col",
          "field",
          "fld",
          "var",
          "variable",
          "v",
          "x",
          "c",
          "f",
          "attribute",
          "attr",
          "unnamed",
          "spalte",
          "feld",
          "columna",
          "colonne",
          "colonna",
          "kolom",
          "coluna",
          "kolumna",
          "feature");

  /** Copies the words. */
  public Header {
    words = List.copyOf(words);
  }

  /** Splits a name; what is written together comes apart where all parts are known words. */
  public static Header of(String name, Set<String> known) {
    String whole = fold(name.strip());
    List<String> parts = split(name);
    if (known.contains(whole) && whole.length() > 4 && !known.containsAll(parts)) {
      return new Header(List.of(whole));
    }
    List<String> words = new ArrayList<>();
    for (String word : parts) {
      words.addAll(known.contains(word) ? List.of(word) : Compound.split(word, known));
    }
    return new Header(telling(words));
  }

  /** The words of a name, none of them taken apart. */
  public static List<String> split(String name) {
    String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    String plain =
        text.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
            .replaceAll("(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})", " ")
            .replaceAll("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})", " ");
    List<String> words =
        Arrays.stream(fold(plain).replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> SPELLINGS.getOrDefault(word, word))
            .toList();
    return telling(words);
  }

  private static List<String> telling(List<String> words) {
    List<String> telling = words.stream().filter(word -> !CONNECTORS.contains(word)).toList();
    return telling.isEmpty() ? words : telling;
  }

  /** Lower case without accents. */
  public static String fold(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("æ", "ae")
            .replace("œ", "oe")
            .replace("ł", "l")
            .replace("đ", "d")
            .replace("ı", "i");
    return isAscii(lower)
        ? lower
        : Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words of a phrase stand in this name side by side. */
  public boolean mentions(List<String> phrase) {
    int last = words.size() - phrase.size();
    for (int at = 0; at <= last; at++) {
      if (words.subList(at, at + phrase.size()).equals(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this name is the phrase. */
  public boolean is(List<String> phrase) {
    return words.equals(phrase);
  }

  /** The name without some of its words and without numbers. */
  public Header without(Set<String> dropped) {
    List<String> left =
        words.stream()
            .filter(word -> !dropped.contains(word) && !Character.isDigit(word.charAt(0)))
            .toList();
    return new Header(left);
  }

  /** Whether the column has no name of its own: <em>column_3</em>, <em>V7</em>, nothing at all. */
  public boolean missing() {
    return words.isEmpty()
        || words.size() == 2
            && PLACEHOLDERS.contains(words.getFirst())
            && Character.isDigit(words.getLast().charAt(0));
  }

  /** Whether one of the words is among these. */
  public boolean hasAny(Set<String> some) {
    return words.stream().anyMatch(some::contains);
  }
}
