package dev.likeness.privacy.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names of people, towns, regions and countries in many languages, folded to lower case without
 * accents.
 *
 * <p>Names, towns and regions are those that Datafaker's locale files hold; countries are those of
 * the Java platform in nine languages; towns and regions that are missing there are added by hand.
 * {@link LexiconMaker} gathers them when this module is built, for reading Datafaker's files takes
 * a second. <b>Cost:</b> read once, some hundredths of a second. <b>Thread-safe:</b> yes.
 */
final class Lexicon {

  static final String FILE = "lexicon.txt";
  static final String GIVEN = "given";
  static final String FAMILY = "family";
  static final String CITIES = "cities";
  static final String REGIONS = "regions";
  static final String COUNTRIES = "countries";
  static final String STREETS = "streets";

  private static final Set<String> NO_NAMES =
      Words.set(
          """
          red green blue black white brown grey gray pink orange yellow purple violet silver gold
          north south east west low high medium small large big good bad new old yes no none other
          unknown true false male female man woman day month year summer winter spring autumn
          monday tuesday wednesday thursday friday saturday sunday january february march april
          may june july august september october november december single married divorced
          standard premium basic gold active inactive open closed bachelor master doctor manager
          engineer nurse teacher sales rent own private public urban rural dairy beverages produce
          """);

  private static final Set<String> NO_REGIONS =
      Words.set("si ja nein non oui sim nao tak nie m f w v y");

  private static final class Holder {
    static final Lexicon LEXICON = new Lexicon();
  }

  private final Map<String, Set<String>> lists = new HashMap<>();

  private Lexicon() {
    try (InputStream in = Lexicon.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the word list " + FILE + " is missing");
      }
      read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    list(GIVEN).removeAll(NO_NAMES);
    list(FAMILY).removeAll(NO_NAMES);
    list(REGIONS).removeAll(NO_NAMES);
    list(REGIONS).removeAll(NO_REGIONS);
    Places.CITIES.forEach(city -> list(CITIES).add(Header.fold(city)));
    Places.REGIONS.forEach(region -> list(REGIONS).add(Header.fold(region)));
    Places.COUNTRIES.forEach(country -> list(COUNTRIES).add(Header.fold(country)));
  }

  /** The one lexicon, read when first asked for. */
  static Lexicon get() {
    return Holder.LEXICON;
  }

  private void read(BufferedReader lines) throws IOException {
    Set<String> list = Set.of();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        list = list(line.substring(1));
      } else {
        list.add(line);
      }
    }
  }

  private Set<String> list(String name) {
    return lists.computeIfAbsent(name, key -> new HashSet<>());
  }

  /** Whether a word is a first name somewhere; digits at its end do not matter. */
  boolean given(String word) {
    return list(GIVEN).contains(plain(word));
  }

  /** Whether a word is a last name somewhere. */
  boolean family(String word) {
    return list(FAMILY).contains(plain(word));
  }

  private static String plain(String word) {
    return Header.fold(word).replaceAll("[\\d.,]+$", "").strip();
  }

  /** Whether a text is the name of a town. */
  boolean city(String text) {
    return list(CITIES).contains(Header.fold(text).strip());
  }

  /** Whether a text is the name or the usual abbreviation of a state, province or county. */
  boolean region(String text) {
    return Arrays.stream(Header.fold(text).split("[/,(]"))
        .map(String::strip)
        .anyMatch(list(REGIONS)::contains);
  }

  /** Whether a word is one that streets are called by, such as <em>Crescent</em>. */
  boolean street(String word) {
    return list(STREETS).contains(Header.fold(word));
  }

  /** Whether a text is the name of a country. */
  boolean country(String text) {
    String plain = Header.fold(text).replace('-', ' ').replace('_', ' ').strip();
    return list(COUNTRIES).contains(plain);
  }
}
