package dev.likeness.privacy.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a column as words: {@code dateOfBirth}, {@code DATE_OF_BIRTH} and {@code dateofbirth}
 * are all <em>date of birth</em>; accents are dropped, digits stand alone.
 *
 * @param words in order, lower case, without accents
 * @param familiar those of them that some word list knows
 */
public record Header(List<String> words, List<String> familiar) {

  private static final int LONGEST = 200;
  private static final int CODE = 5;

  /** Where capitals or digits begin or end a word. */
  private static final Pattern SEAM =
      Pattern.compile(
          "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})"
              + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

  /** What stands between words. */
  static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** Small words that come and go: <em>data di nascita</em> is <em>data nascita</em>. */
  private static final Set<String> CONNECTORS =
      Set.of(
          "of", "the", "and", "de", "del", "di", "du", "da", "do", "dos", "das", "della", "dell",
          "der", "des", "van", "von", "het", "la", "le", "el", "und", "et", "en", "y", "e", "i",
          "a", "d", "l", "oder", "or");

  private static final Set<String> ADDRESS =
      Set.of("you", "your", "yourself", "respondent", "sie", "ihr", "ihre", "usted", "su", "vous");

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

  /** What happens once, so that something can be so at the time. */
  private static final Set<String> MOMENTS =
      Words.set(
          """
          diagnosis baseline enrollment enrolment admission discharge entry exit death birth hire visit
          screening interview application onset randomization randomisation registration
          """);

  /** Copies the words. */
  public Header {
    words = List.copyOf(words);
    familiar = List.copyOf(familiar);
  }

  /** A name all of whose words are familiar. */
  Header(List<String> words) {
    this(words, words);
  }

  /** Splits a name; what is written together or shortened becomes known words where it can. */
  static Header of(String name, KnownWords known) {
    String whole = fold(name.strip());
    List<String> parts = split(name);
    boolean one = NO_WORD.matcher(whole).find() ? known.lists(whole) : known.knows(whole);
    if (whole.length() > 4 && one && !known.knowsAll(parts)) {
      return new Header(List.of(whole));
    }
    List<String> words =
        telling(parts.stream().flatMap(word -> known.meant(word).stream()).toList());
    return new Header(words, words.stream().filter(known::familiar).toList());
  }

  /** The words of a name, none of them taken apart. */
  public static List<String> split(String name) {
    String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    String plain = plain(text) ? text : separate(text);
    List<String> words = new ArrayList<>();
    for (String word : plain.strip().split(" +")) {
      if (!word.isEmpty()) {
        words.add(Abbreviations.full(word));
      }
    }
    return telling(words);
  }

  /** Only small letters of English and blanks, as nearly all phrases of word lists. */
  private static boolean plain(String text) {
    return text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == ' ');
  }

  private static String separate(String text) {
    return NO_WORD.matcher(fold(SEAM.matcher(text).replaceAll(" "))).replaceAll(" ");
  }

  /** Words without those that come and go, unless there are no others. */
  static List<String> telling(List<String> words) {
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
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** The name without some of its words and without numbers. */
  public Header without(Set<String> dropped) {
    List<String> left =
        words.stream()
            .filter(word -> !dropped.contains(word) && !Character.isDigit(word.charAt(0)))
            .toList();
    return new Header(left);
  }

  /** The name without when something was so: <em>age at diagnosis</em> is an age. */
  Header ofWhat() {
    int at = words.indexOf("at");
    return at > 0 && at + 1 < words.size() && MOMENTS.contains(words.get(at + 1))
        ? new Header(words.subList(0, at), familiar)
        : this;
  }

  /** Whether it is a question to the person of whom the row tells. */
  public boolean addressed() {
    return words.size() > 3 && hasAny(ADDRESS);
  }

  /** Whether the column has no name of its own: <em>column_3</em>, <em>V7</em>, nothing at all. */
  public boolean missing() {
    return words.isEmpty()
        || words.size() == 2
            && PLACEHOLDERS.contains(words.getFirst())
            && Character.isDigit(words.getLast().charAt(0));
  }

  /** Whether some of its words are unknown, and all of those short: a code, not a thing. */
  boolean coded() {
    return !familiar.equals(words)
        && words.stream().allMatch(word -> word.length() <= CODE || familiar.contains(word));
  }

  /** Whether one of these phrases stands in it. */
  boolean speaksOf(List<Phrase> phrases) {
    return phrases.stream().anyMatch(phrase -> phrase.isIn(words));
  }

  /** Whether one of the words is among these. */
  public boolean hasAny(Set<String> some) {
    return words.stream().anyMatch(some::contains);
  }
}
