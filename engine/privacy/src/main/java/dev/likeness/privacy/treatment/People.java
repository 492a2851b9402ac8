package dev.likeness.privacy.treatment;

import dev.likeness.privacy.fake.Fake;
import dev.likeness.privacy.fake.Gender;
import dev.likeness.privacy.fake.Person;
import dev.likeness.privacy.fake.Pool;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the rest of a row says about the person whose value is made up: names, gender, country.
 *
 * <p>The language of names is the one that the options name; else that of the row's country; else
 * the one that headers are written in; else English.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class People {

  /** The language follows the row's country, or the headers. */
  public static final String AUTO = "auto";

  private static final Map<String, String> HEADERS =
      Map.ofEntries(
          Map.entry("vorname", "de"),
          Map.entry("nachname", "de"),
          Map.entry("strasse", "de"),
          Map.entry("straße", "de"),
          Map.entry("prénom", "fr"),
          Map.entry("prenom", "fr"),
          Map.entry("ville", "fr"),
          Map.entry("nombre", "es"),
          Map.entry("apellido", "es"),
          Map.entry("apellidos", "es"),
          Map.entry("cognome", "it"),
          Map.entry("città", "it"),
          Map.entry("voornaam", "nl"),
          Map.entry("achternaam", "nl"),
          Map.entry("imię", "pl"),
          Map.entry("nazwisko", "pl"),
          Map.entry("sobrenome", "pt"),
          Map.entry("förnamn", "sv"),
          Map.entry("efternamn", "sv"));

  private final Optional<Pool> fixed;
  private final Pool usual;
  private final Optional<Integer> given;
  private final Optional<Integer> family;
  private final Optional<Integer> full;
  private final Optional<Integer> gender;
  private final Optional<Integer> country;

  private People(TableContext table, int position, String locale) {
    this.fixed = locale.equals(AUTO) ? Optional.empty() : Optional.of(Pool.ofLanguage(locale));
    this.usual = Pool.ofLanguage(headerLanguage(table));
    this.given = table.nearest("given_name", position);
    this.family = table.nearest("family_name", position);
    this.full = table.nearest("person_name", position);
    this.gender = table.nearest("gender", position);
    this.country = table.nearest("country", position);
  }

  /**
   * For a column.
   *
   * @param locale a language tag such as {@code "de"}, or {@value #AUTO}
   */
  public static People of(TableContext table, int position, String locale) {
    return new People(table, position, locale);
  }

  private static String headerLanguage(TableContext table) {
    return table.columns().stream()
        .map(column -> column.field().name().strip().toLowerCase(Locale.ROOT))
        .flatMap(name -> List.of(name.split("[^\\p{L}]+")).stream())
        .filter(HEADERS::containsKey)
        .map(word -> HEADERS.getOrDefault(word, "en"))
        .findFirst()
        .orElse("en");
  }

  /** Whom a row is about. */
  public Person of(Row row) {
    Optional<String> region = country.flatMap(row::original).flatMap(Countries::region);
    Pool pool = fixed.orElseGet(() -> region.map(Pool::ofCountry).orElse(usual));
    Optional<String> whole = full.flatMap(row::original);
    return new Person(
        pool,
        gender.flatMap(row::original).map(Gender::of).orElse(Gender.ANY),
        given.flatMap(row::original).or(() -> whole.flatMap(Fake::givenIn)),
        family.flatMap(row::original).or(() -> whole.flatMap(Fake::familyIn)),
        region);
  }

  /** The columns that values of this one depend on: they must be there when it is made. */
  public List<Integer> dependsOn() {
    return java.util.stream.Stream.of(gender, country).flatMap(Optional::stream).toList();
  }
}
