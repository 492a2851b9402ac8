package dev.likeness.privacy.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words by which columns and values of one type are known, in many languages, as a text beside
 * this class lists them: {@code [called]} begins the names of such columns, {@code [mentioned]}
 * what says so wherever it stands in a name, {@code [hinted]} what may mean it, {@code [unless]}
 * words that say that it is something else, {@code [values]} what stands in cells. {@code #} begins
 * a remark. {@link Phrase} says what stars mean.
 */
final class Vocabulary {

  private static final int LONGEST_VALUE = 80;

  private final Set<List<String>> exactly = new HashSet<>();
  private final List<Phrase> called;
  private final List<Phrase> mentioned;
  private final List<Phrase> hinted;
  private final List<Phrase> spoilers;
  private final Set<List<String>> values = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private final List<Phrase> openValues;

  private Vocabulary(Map<String, StringBuilder> sections) {
    List<Phrase> names = phrases(sections, "called");
    names.stream().filter(Phrase::plain).map(Phrase::words).forEach(exactly::add);
    called = names.stream().filter(name -> !name.plain()).toList();
    mentioned = phrases(sections, "mentioned");
    hinted = phrases(sections, "hinted");
    spoilers = phrases(sections, "unless");
    List<Phrase> cells = phrases(sections, "values");
    cells.stream().filter(Phrase::plain).map(Phrase::words).forEach(values::add);
    cells.stream().flatMap(cell -> cell.beginning().stream()).forEach(beginnings::add);
    openValues =
        cells.stream().filter(cell -> !cell.plain() && cell.beginning().isEmpty()).toList();
  }

  /** No words at all. */
  static Vocabulary none() {
    return new Vocabulary(Map.of());
  }

  /** The words that a text of this name lists. */
  static Vocabulary named(String name) {
    return new Vocabulary(sections(name));
  }

  /** The phrases of one section of a text. */
  static List<Phrase> section(String name, String section) {
    return phrases(sections(name), section);
  }

  private static Map<String, StringBuilder> sections(String name) {
    Map<String, StringBuilder> sections = new HashMap<>();
    String section = "";
    for (String line : text(name).lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.startsWith("#")) {
        sections.computeIfAbsent(section, s -> new StringBuilder()).append(line).append('\n');
      }
    }
    return sections;
  }

  /** The text of a word list. */
  static String text(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream("words/" + name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the word list " + name + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Phrase> phrases(Map<String, StringBuilder> sections, String section) {
    return Phrase.list(sections.getOrDefault(section, new StringBuilder()).toString());
  }

  /** Whether a name is one that such columns have. */
  boolean calls(Header name) {
    return exactly.contains(name.words())
        || called.stream().anyMatch(phrase -> phrase.is(name.words()));
  }

  /** What in a name says that it is such a column. */
  List<Phrase> mentionedIn(Header name) {
    return mentioned.stream().filter(phrase -> phrase.isIn(name.words())).toList();
  }

  /** What in a name may mean such a column. */
  List<Phrase> hintedIn(Header name) {
    return hinted.stream().filter(phrase -> phrase.isIn(name.words())).toList();
  }

  /** Whether a word of a name says that the column is something else. */
  boolean spoiledBy(String word) {
    return spoilers.stream().anyMatch(phrase -> phrase.covers(word));
  }

  /** Whether a value is listed as it stands. */
  boolean lists(String value) {
    return value.length() <= LONGEST_VALUE && values.contains(words(value));
  }

  private static List<String> words(String value) {
    String plain = Header.NO_WORD.matcher(Header.fold(value)).replaceAll(" ").strip();
    return Header.telling(List.of(plain.split(" ")));
  }

  /** Whether a value says such a thing. */
  boolean tells(String value) {
    if (value.length() > LONGEST_VALUE) {
      return false;
    }
    List<String> words = words(value);
    return listed(words)
        || words.stream().anyMatch(this::begins)
        || openValues.stream().anyMatch(phrase -> phrase.isIn(words));
  }

  private boolean begins(String word) {
    for (int end = 1; end <= word.length(); end++) {
      if (beginnings.contains(word.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private boolean listed(List<String> words) {
    for (int begin = 0; begin < words.size(); begin++) {
      for (int end = begin + 1; end <= Math.min(words.size(), begin + 4); end++) {
        if (values.contains(words.subList(begin, end))) {
          return true;
        }
      }
    }
    return false;
  }

  /** All its phrases for names, by whose words written-together names come apart. */
  Set<Phrase> phrases() {
    Set<Phrase> all = new HashSet<>(called);
    exactly.forEach(words -> all.add(new Phrase(words)));
    all.addAll(mentioned);
    all.addAll(hinted);
    return all;
  }
}
