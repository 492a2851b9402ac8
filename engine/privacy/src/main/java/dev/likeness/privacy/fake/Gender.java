package dev.likeness.privacy.fake;

import java.util.Locale;
import java.util.Map;

/** What a column of genders says, as far as given names care. */
public enum Gender {
  /** Names of women. */
  FEMALE,
  /** Names of men. */
  MALE,
  /** Any name. */
  ANY;

  private static final Map<String, Gender> WORDS =
      Map.ofEntries(
          Map.entry("f", FEMALE),
          Map.entry("female", FEMALE),
          Map.entry("woman", FEMALE),
          Map.entry("w", FEMALE),
          Map.entry("weiblich", FEMALE),
          Map.entry("frau", FEMALE),
          Map.entry("femme", FEMALE),
          Map.entry("féminin", FEMALE),
          Map.entry("mujer", FEMALE),
          Map.entry("femenino", FEMALE),
          Map.entry("femmina", FEMALE),
          Map.entry("vrouw", FEMALE),
          Map.entry("kobieta", FEMALE),
          Map.entry("girl", FEMALE),
          Map.entry("mrs", FEMALE),
          Map.entry("ms", FEMALE),
          Map.entry("miss", FEMALE),
          Map.entry("m", MALE),
          Map.entry("male", MALE),
          Map.entry("man", MALE),
          Map.entry("männlich", MALE),
          Map.entry("mann", MALE),
          Map.entry("herr", MALE),
          Map.entry("h", MALE),
          Map.entry("homme", MALE),
          Map.entry("masculin", MALE),
          Map.entry("hombre", MALE),
          Map.entry("masculino", MALE),
          Map.entry("maschio", MALE),
          Map.entry("mężczyzna", MALE),
          Map.entry("boy", MALE),
          Map.entry("mr", MALE));

  /** Reads a cell; what is not understood is {@link #ANY}. */
  public static Gender of(String cell) {
    String word = cell.strip().toLowerCase(Locale.ROOT);
    return WORDS.getOrDefault(
        word.endsWith(".") ? word.substring(0, word.length() - 1) : word, ANY);
  }
}
