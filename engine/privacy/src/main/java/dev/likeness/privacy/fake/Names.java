package dev.likeness.privacy.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of people.
 *
 * <p>Keyed: the given name follows from the original given name, the family name from the original
 * family name, wherever they stand, so that two columns, a full name and an e-mail address agree.
 * Fresh: both follow from the person's number, no pair twice before all pairs are used.
 */
final class Names {

  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "m", "mme", "mlle", "sr", "sra",
          "srta", "sir", "rev", "jr", "ii", "iii", "iv", "phd", "md", "dds", "dvm");
  private static final Set<String> PARTICLES =
      Set.of("van", "von", "de", "der", "den", "di", "da", "del", "la", "le", "of", "zu", "y", "e");

  private Names() {}

  /** A given name in the case of the original. */
  static String given(String original, DrawSource draws, Person person) {
    return Shapes.inCaseOf(original, givenOf(original, draws, person));
  }

  /** A family name in the case of the original. */
  static String family(String original, DrawSource draws, Person person) {
    return Shapes.inCaseOf(original, familyOf(original, draws, person));
  }

  static String givenOf(String original, DrawSource draws, Person person) {
    List<String> names = person.pool().given(person.gender());
    return draws.isFresh()
        ? names.get((int) (pair(draws, person) % names.size()))
        : names.get(draws.draw("given", folded(original)).below(names.size()));
  }

  static String familyOf(String original, DrawSource draws, Person person) {
    List<String> names = person.pool().family();
    return draws.isFresh()
        ? names.get((int) (pair(draws, person) / person.pool().given(person.gender()).size()))
        : names.get(draws.draw("family", folded(original)).below(names.size()));
  }

  private static long pairs(Person person) {
    return (long) person.pool().given(person.gender()).size() * person.pool().family().size();
  }

  private static long pair(DrawSource draws, Person person) {
    return draws.draw("person", "").index(pairs(person));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a word of a name is a title, which says nothing about who it is. */
  private static boolean isTitle(String word) {
    return TITLES.contains(word.toLowerCase(Locale.ROOT));
  }

  /** A run of letters in a name. */
  private record Word(int from, int to, boolean kept) {}

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && isPart(text, end)) {
        end++;
      }
      if (end > i) {
        String word = text.substring(i, end);
        boolean kept = isTitle(word) || (PARTICLES.contains(word) && !words.isEmpty());
        words.add(new Word(i, end, kept));
      }
      i = Math.max(end, i + 1);
    }
    return words;
  }

  private static boolean isPart(String text, int at) {
    char c = text.charAt(at);
    boolean inner = (c == '\'' || c == '’' || c == '-') && at > 0 && at + 1 < text.length();
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || inner
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1));
  }

  /** A full name of the same build: order, titles, initials and case stay. */
  static String full(String original, DrawSource draws, Person person) {
    List<Word> words = words(original);
    int comma = original.indexOf(',');
    int last = lastName(words);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      out.append(original, at, word.from());
      boolean family = comma >= 0 ? word.from() < comma : i == last && i > firstName(words);
      out.append(other(original.substring(word.from(), word.to()), word, family, draws, person));
      at = word.to();
    }
    out.append(original, at, original.length());
    return withInitials(out.toString(), draws, person);
  }

  private static int firstName(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).kept()) {
        return i;
      }
    }
    return -1;
  }

  private static int lastName(List<Word> words) {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (!words.get(i).kept()) {
        return i;
      }
    }
    return -1;
  }

  private static String other(
      String text, Word word, boolean family, DrawSource draws, Person person) {
    if (word.kept()) {
      return text;
    } else if (text.length() == 1) {
      return Shapes.like(text, draws.draw("initial", text));
    }
    return family ? family(text, draws, person) : given(text, draws, person);
  }

  /** New people beyond the pairs of names there are get initials: A., B., and so on. */
  private static String withInitials(String name, DrawSource draws, Person person) {
    if (!draws.isFresh()) {
      return name;
    }
    long round = draws.draw("person", "").round(pairs(person));
    StringBuilder initials = new StringBuilder();
    for (long rest = round; rest > 0; rest = (rest - 1) / 26) {
      initials.append(' ').append((char) ('A' + (rest - 1) % 26)).append('.');
    }
    return name + initials;
  }

  /** The given name within a full one, as a column of given names would hold it. */
  static Optional<String> givenIn(String full) {
    return part(full, false);
  }

  /** The family name within a full one. */
  static Optional<String> familyIn(String full) {
    return part(full, true);
  }

  private static Optional<String> part(String full, boolean family) {
    List<Word> words = words(full);
    int comma = full.indexOf(',');
    Optional<Word> found;
    if (comma >= 0) {
      found = words.stream().filter(w -> !w.kept() && (w.from() < comma) == family).findFirst();
    } else {
      int at = family ? lastName(words) : firstName(words);
      boolean alone = family && at == firstName(words);
      found = at < 0 || alone ? Optional.empty() : Optional.of(words.get(at));
    }
    return found.map(word -> full.substring(word.from(), word.to()));
  }

  /** The build of a full name. */
  static String specimen(String full) {
    StringBuilder out = new StringBuilder(Shapes.specimen(full));
    for (Word word : words(full)) {
      String text = full.substring(word.from(), word.to());
      if (word.kept()) {
        out.replace(word.from(), word.to(), text);
      }
    }
    return out.toString().replaceAll("A{2,}", "AA").replaceAll("a{2,}", "aa");
  }
}
