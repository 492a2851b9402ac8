package dev.likeness.privacy.treatment;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by whatever a cell may call them. */
final class Countries {

  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi");
  private static final Map<String, String> REGIONS = regions();

  private Countries() {}

  private static Map<String, String> regions() {
    Map<String, String> regions = new HashMap<>();
    for (String region : Locale.getISOCountries()) {
      Locale country = Locale.of("", region);
      for (String language : LANGUAGES) {
        regions.putIfAbsent(folded(country.getDisplayCountry(Locale.of(language))), region);
      }
      regions.put(folded(country.getISO3Country()), region);
    }
    for (String region : Locale.getISOCountries()) {
      regions.put(folded(region), region);
    }
    for (String name : List.of("usa", "u.s.a.", "u.s.", "united states of america", "america")) {
      regions.put(name, "US");
    }
    for (String name : List.of("uk", "england", "scotland", "wales", "great britain", "britain")) {
      regions.put(name, "GB");
    }
    return Map.copyOf(regions);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Two letters for what a cell says. */
  static Optional<String> region(String cell) {
    return Optional.ofNullable(REGIONS.get(folded(cell)));
  }
}
