package dev.likeness.table.io;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the old character sets of one byte for each letter apart by whose alphabet a text is in.
 *
 * <p>In the right set, the letters beyond ASCII are those of one language, and no symbol stands
 * within a word. Which letters a language has is what the Common Locale Data Repository says. A set
 * is taken only if it fits clearly better than Windows-1252 does for any Western language.
 */
final class Alphabets {

  private static final double FITS = 0.9;
  private static final double CLEARLY = 0.05;
  private static final double TRIFLE = 1e-7;
  private static final int LEAST = 4;
  private static final String WITHIN_WORDS =
      "'\u2019\u2018\u00b4\u00ad-\u2013\u2010\u00b7\u200c\u200d";

  /** Old sets have these for Romanian, whose letters have a comma below instead. */
  private static final UnicodeSet CEDILLAS = new UnicodeSet("[şţ]").freeze();

  private static final List<String> WESTERN =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "ca", "ga", "gl",
          "eu", "sq", "et", "fo", "br", "lb");

  /** Sets that statistics know nothing of, and the languages that were written in them. */
  private static final List<Alphabet> OTHERS =
      alphabets(
          "IBM866 ru be",
          "x-windows-874 th",
          "windows-1257 lt lv et",
          "windows-1251 uk bg sr be mk kk",
          "windows-1250 ro hr sl sk",
          "ISO-8859-2 ro hr sl sk",
          "windows-1254 az",
          "windows-1256 fa ur",
          "windows-1258 vi",
          "IBM852 pl cs sk hu hr sl");

  private static final UnicodeSet LATIN = new UnicodeSet("[[:Latin:][:Mn:]]").freeze();
  private static final Map<String, UnicodeSet> LETTERS = new ConcurrentHashMap<>();

  /** A character set for a language. */
  record Alphabet(String charset, String language) {

    Charset set() {
      return Charset.forName(charset);
    }

    /** What was found, for people. */
    String described() {
      String name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
      return charset + ", by its letters, which are those of " + name;
    }
  }

  private Alphabets() {}

  private static List<Alphabet> alphabets(String... lines) {
    List<Alphabet> alphabets = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        if (Charset.isSupported(words[0])) {
          alphabets.add(new Alphabet(words[0], words[i]));
        }
      }
    }
    return List.copyOf(alphabets);
  }

  /**
   * The alphabet that a text is in, if it clearly is in one.
   *
   * @param likely what statistics propose, the likeliest first
   */
  static Optional<Alphabet> of(byte[] odd, List<Alphabet> likely) {
    double western =
        WESTERN.stream()
            .mapToDouble(language -> fit(odd, WesternBytes.WINDOWS, language))
            .max()
            .orElse(0);
    double needed = Math.max(FITS, western + CLEARLY);
    return best(odd, likely, needed, 0).or(() -> best(odd, OTHERS, needed, CLEARLY / 2));
  }

  /** The one that fits best; later ones have to be better by some lead. */
  private static Optional<Alphabet> best(
      byte[] odd, List<Alphabet> alphabets, double needed, double lead) {
    Alphabet best = null;
    double most = needed;
    for (Alphabet alphabet : alphabets) {
      double fit = fit(odd, alphabet.set(), alphabet.language);
      if (best == null ? fit >= most : fit > most + lead) {
        most = fit;
        best = alphabet;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * How well letters beyond ASCII are those of a language, from -1 to 1 and a trifle more for every
   * letter.
   */
  private static double fit(byte[] odd, Charset charset, String language) {
    UnicodeSet letters = LETTERS.computeIfAbsent(language, Alphabets::letters);
    String text = new String(odd, charset);
    int counted = 0;
    int fitting = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        int sense = sense(text, i, letters);
        counted += sense == 0 ? 0 : 1;
        fitting += sense;
      }
    }
    return counted < LEAST ? 0 : (double) fitting / counted + TRIFLE * counted;
  }

  private static int sense(String text, int at, UnicodeSet letters) {
    char c = text.charAt(at);
    if (UCharacter.isLetter(c) || UCharacter.getType(c) == Character.NON_SPACING_MARK) {
      if (!letter(text, at - 1) && !letter(text, at + 1)) {
        return 0;
      }
      boolean capitalWithin =
          Character.isUpperCase(c) && at > 0 && Character.isLowerCase(text.charAt(at - 1));
      boolean mixed = !LATIN.contains(c) && (ascii(text, at - 1) || ascii(text, at + 1));
      return letters.contains(c) && !capitalWithin && !mixed ? 1 : -1;
    }
    if (Character.isISOControl(c) || c == '\uFFFD') {
      return -1;
    }
    boolean within =
        at > 0
            && at + 1 < text.length()
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1));
    return within && WITHIN_WORDS.indexOf(c) < 0 ? -1 : 0;
  }

  private static boolean letter(String text, int at) {
    return at >= 0 && at < text.length() && UCharacter.isUAlphabetic(text.charAt(at));
  }

  /** Whether a Latin letter stands somewhere, as it never does within a word of other letters. */
  private static boolean ascii(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) < 0x80
        && Character.isLetter(text.charAt(at));
  }

  private static UnicodeSet letters(String language) {
    UnicodeSet letters = new UnicodeSet();
    ULocale locale = ULocale.forLanguageTag(language);
    for (int kind : new int[] {LocaleData.ES_STANDARD, LocaleData.ES_INDEX}) {
      UnicodeSet known = LocaleData.getExemplarSet(locale, 0, kind);
      if (known != null) {
        letters.addAll(known);
      }
    }
    if (language.equals("ro")) {
      letters.addAll(CEDILLAS);
    }
    for (String string : List.copyOf(letters.strings())) {
      letters.addAll(string);
    }
    return letters.closeOver(UnicodeSet.ADD_CASE_MAPPINGS).freeze();
  }
}
