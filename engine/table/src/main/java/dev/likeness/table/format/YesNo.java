package dev.likeness.table.format;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pairs of words that mean yes and no, in several languages. */
public final class YesNo {

  /** A word for yes, a word for no. */
  private record Pair(String yes, String no) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("yes", "no"),
          new Pair("y", "n"),
          new Pair("true", "false"),
          new Pair("t", "f"),
          new Pair("1", "0"),
          new Pair("1.0", "0.0"),
          new Pair("on", "off"),
          new Pair("ja", "nein"),
          new Pair("j", "n"),
          new Pair("wahr", "falsch"),
          new Pair("oui", "non"),
          new Pair("o", "n"),
          new Pair("vrai", "faux"),
          new Pair("si", "no"),
          new Pair("s", "n"),
          new Pair("verdadero", "falso"),
          new Pair("v", "f"),
          new Pair("vero", "falso"),
          new Pair("sim", "nao"),
          new Pair("verdadeiro", "falso"),
          new Pair("ja", "nee"),
          new Pair("waar", "onwaar"),
          new Pair("ja", "nej"),
          new Pair("ja", "nei"),
          new Pair("kylla", "ei"),
          new Pair("tak", "nie"),
          new Pair("ano", "ne"),
          new Pair("da", "ne"),
          new Pair("da", "nu"),
          new Pair("igen", "nem"),
          new Pair("evet", "hayır"),
          new Pair("да", "нет"),
          new Pair("так", "ні"),
          new Pair("ναι", "οχι"),
          new Pair("はい", "いいえ"),
          new Pair("是", "否"),
          new Pair("예", "아니요"));
  private static final Set<String> YES =
      PAIRS.stream().map(Pair::yes).map(YesNo::normal).collect(Collectors.toUnmodifiableSet());

  private YesNo() {}

  private static String normal(String word) {
    return OrdinalScale.plain(word);
  }

  /** Whether all words mean yes or no, of one language; one word alone may do. */
  public static boolean pair(Collection<String> words) {
    Set<String> asked = words.stream().map(YesNo::normal).collect(Collectors.toSet());
    return !asked.isEmpty()
        && PAIRS.stream()
            .anyMatch(pair -> Set.of(normal(pair.yes), normal(pair.no)).containsAll(asked));
  }

  /** Whether a word means yes, in any language. */
  public static boolean yes(String word) {
    return YES.contains(normal(word));
  }
}
