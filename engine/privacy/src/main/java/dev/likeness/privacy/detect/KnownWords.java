package dev.likeness.privacy.detect;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every word that a detector looks for in names of columns, and the ways in which people write it:
 * in the plural, with {@code ae} for <em>ä</em>, together with others, without its vowels ({@code
 * gndr}), cut off ({@code occupat}), misspelt ({@code nationalty}).
 *
 * <p><b>Thread-safe:</b> yes.
 */
final class KnownWords {

  private static final int SKELETON = 3;
  private static final int CUT = 5;
  private static final int MISSPELT = 8;
  private static final List<String> ENDINGS =
      List.of("grp", "cat", "cd", "gr", "fl", "flg", "fg", "bl", "yn");

  private final Set<String> words;
  private final List<Phrase> open;
  private final Set<String> parts;
  private final TreeSet<String> sorted;
  private final Map<String, String> skeletons = new HashMap<>();

  private KnownWords(Set<String> words, List<Phrase> open) {
    this.words = Set.copyOf(words);
    this.open = List.copyOf(open);
    this.parts = new HashSet<>(words);
    Abbreviations.all().forEach(parts::add);
    this.sorted = new TreeSet<>(words);
    words.forEach(this::addSkeleton);
  }

  /** The words of phrases, and some more. */
  static KnownWords of(Collection<Phrase> phrases, Set<String> more) {
    Set<String> whole = new HashSet<>(more);
    Set<Phrase> open = new HashSet<>();
    for (String word : phrases.stream().flatMap(phrase -> phrase.words().stream()).toList()) {
      Phrase alone = new Phrase(List.of(word));
      if (alone.plain()) {
        whole.add(word);
      } else {
        open.add(alone);
      }
    }
    return new KnownWords(whole, List.copyOf(open));
  }

  /** Two words with one skeleton leave it without a meaning. */
  private void addSkeleton(String word) {
    String bones = skeleton(word);
    if (word.length() >= 5 && bones.length() >= SKELETON && bones.length() < word.length()) {
      skeletons.merge(bones, word, (one, other) -> one.equals(other) ? one : "");
    }
  }

  /** The first letter and the consonants after it, doubled ones once. */
  private static String skeleton(String word) {
    String rest = word.substring(1).replaceAll("[aeiou]", "");
    return (word.charAt(0) + rest).replaceAll("(.)\\1", "$1");
  }

  /** Whether a word is listed letter for letter. */
  boolean lists(String word) {
    return words.contains(word);
  }

  /** Whether a word is known as it stands. */
  boolean knows(String word) {
    return words.contains(word) || open.stream().anyMatch(phrase -> phrase.covers(word));
  }

  /** Whether a word is known, or a number. */
  boolean familiar(String word) {
    return Character.isDigit(word.charAt(0)) || knows(word);
  }

  /** Whether all of them are known. */
  boolean knowsAll(Collection<String> some) {
    return some.stream().allMatch(this::knows);
  }

  /** The known words that somebody means by a written one; the word itself where none is found. */
  List<String> meant(String word) {
    if (Character.isDigit(word.charAt(0)) || words.contains(word)) {
      return List.of(word);
    }
    Optional<String> inflected = variants(word).filter(words::contains).findFirst();
    if (inflected.isPresent() || knows(word)) {
      return List.of(inflected.orElse(word));
    }
    Optional<List<String>> stem = withoutEnding(word);
    if (stem.isPresent()) {
      return stem.get();
    }
    List<String> together = Compound.split(word, parts);
    if (together.size() > 1) {
      return together.stream().map(Abbreviations::full).toList();
    }
    return List.of(whole(word).or(() -> cut(word)).or(() -> misspelt(word)).orElse(word));
  }

  /** Singular, plural, and without the e that stands for an umlaut. */
  private static Stream<String> variants(String word) {
    Stream<String> singular =
        word.length() > 4 && word.endsWith("s")
            ? Stream.of(
                word.substring(0, word.length() - 1),
                word.replaceAll("ies$", "y"),
                word.replaceAll("es$", ""))
            : Stream.empty();
    Stream<String> others =
        word.length() > 3
            ? Stream.of(word + "s", word + "n", word.replaceAll("([aou])e", "$1"))
            : Stream.empty();
    return Stream.concat(singular, others);
  }

  /** What says of a word that it is coded, grouped or measured at the start: {@code sexcd}. */
  private Optional<List<String>> withoutEnding(String word) {
    return ENDINGS.stream()
        .filter(end -> word.length() >= end.length() + SKELETON && word.endsWith(end))
        .map(end -> List.of(word.substring(0, word.length() - end.length()), end))
        .filter(split -> words.contains(split.getFirst()))
        .findFirst();
  }

  private Optional<String> whole(String word) {
    boolean bare = word.length() >= SKELETON && skeleton(word).equals(word);
    return Optional.ofNullable(bare ? skeletons.get(word) : null).filter(full -> !full.isEmpty());
  }

  private Optional<String> cut(String word) {
    return word.length() < CUT
        ? Optional.empty()
        : sorted.subSet(word + "aa", word + "{").stream()
            .filter(full -> full.length() >= word.length() + 2)
            .min(Comparator.comparingInt(String::length));
  }

  private Optional<String> misspelt(String word) {
    return word.length() < MISSPELT
        ? Optional.empty()
        : sorted.stream().filter(known -> oneSlip(word, known)).findFirst();
  }

  /** Whether one letter is missing, too many, wrong (not the last), or has changed places. */
  private static boolean oneSlip(String one, String other) {
    if (other.length() < MISSPELT || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int front = 0;
    while (front < Math.min(one.length(), other.length())
        && one.charAt(front) == other.charAt(front)) {
      front++;
    }
    String left = one.substring(front);
    String right = other.substring(front);
    return front > 2
        && (left.length() > 1 && rest(left, 1).equals(rest(right, 1))
            || left.equals(rest(right, 1))
            || right.equals(rest(left, 1))
            || swapped(left, right));
  }

  private static boolean swapped(String left, String right) {
    return left.length() > 1
        && right.length() > 1
        && left.charAt(0) == right.charAt(1)
        && left.charAt(1) == right.charAt(0)
        && rest(left, 2).equals(rest(right, 2));
  }

  private static String rest(String text, int from) {
    return text.length() < from ? "" : text.substring(from);
  }
}
