package dev.likeness.privacy.fake;

import dev.likeness.table.Field;
import dev.likeness.table.TemporalFormat;
import java.util.Optional;

/**
 * Makes values of one type of personal data.
 *
 * <p>Case, punctuation and build of the value that it is made like are kept. In keyed draws the
 * original itself is never made; only a value without any letter or digit stays as it is.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Fake {

  private static final int SHAPES = 40;
  private static final int ATTEMPTS = 8;

  /** Makes one. */
  private interface Maker {
    String make(String like, DrawSource draws, Person person);
  }

  /** Says what of a value may be kept to make others like it. */
  private interface Specimen {
    String of(String value);
  }

  private final Maker maker;
  private final Specimen specimen;
  private final String usual;

  private Fake(Maker maker, Specimen specimen, String usual) {
    this.maker = maker;
    this.specimen = specimen;
    this.usual = usual;
  }

  /** Whether something better than the shape is known of a type. */
  public static boolean knows(String type) {
    return known(type).isPresent();
  }

  /**
   * For a column.
   *
   * @param type of personal data, as detection names it
   * @param field of the column
   */
  public static Fake of(String type, Field field) {
    if (field.format() instanceof TemporalFormat format) {
      Dates dates = new Dates(format);
      return new Fake((like, draws, person) -> dates.like(like, draws), dates::specimen, "");
    }
    return known(type)
        .orElseGet(
            () ->
                new Fake(
                    (like, draws, person) -> Shapes.like(like, draws.draw(type, like)),
                    Shapes::specimen,
                    "AAAA000000"));
  }

  private static Optional<Fake> known(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "given_name" -> new Fake(Names::given, Names::specimen, "Aa");
          case "family_name" -> new Fake(Names::family, Names::specimen, "Aa");
          case "person_name" -> new Fake(Names::full, Names::specimen, "Aa Aa");
          case "email" -> new Fake(Contacts::email, Contacts::specimen, "aa.aa@example.com");
          case "username" -> new Fake(Contacts::username, Contacts::specimen, "aa");
          case "phone" -> new Fake(Contacts::phone, Contacts::phoneSpecimen, "+1 202-555-0100");
          case "street_address" -> new Fake(Places::street, Places::streetSpecimen, "10 Aaa Aa");
          case "url", "url_personal" -> new Fake(Places::url, value -> "https://", "https://");
          case "free_text" -> new Fake(Places::words, Places::wordsSpecimen, "a".repeat(40));
          default -> numbersAndPlaces(type).orElse(null);
        });
  }

  private static Optional<Fake> numbersAndPlaces(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "payment_card" ->
              new Fake((v, d, p) -> Numbers.card(v, d), Numbers::cardSpecimen, "4000000000000000");
          case "iban" ->
              new Fake(
                  (v, d, p) -> Numbers.iban(v, d), Numbers::ibanSpecimen, "DE00000000000000000000");
          case "national_id", "ssn" ->
              new Fake((v, d, p) -> Numbers.nationalId(v, d), Shapes::specimen, "000-00-0000");
          case "ip_address" ->
              new Fake(
                  (v, d, p) -> Numbers.ip(v, d),
                  v -> v.contains(":") ? "::" : "0.0.0.0",
                  "0.0.0.0");
          case "mac_address", "uuid", "device_id" ->
              new Fake((v, d, p) -> Numbers.hex(v, d), Shapes::specimen, "02:00:00:00:00:00");
          case "city" -> listed("city");
          case "region_or_state" -> listed("region_or_state");
          case "country", "nationality" -> listed("country");
          case "employer", "company" -> listed("employer");
          case "occupation" -> listed("occupation");
          case "geo_coordinate" ->
              new Fake((v, d, p) -> Places.coordinate(v, d), Shapes::specimen, "10.0000");
          default -> null;
        });
  }

  private static Fake listed(String label) {
    return new Fake(
        (value, draws, person) ->
            Places.oneOf(
                switch (label) {
                  case "city" -> person.pool().cities();
                  case "region_or_state" -> person.pool().states();
                  case "country" -> person.pool().countries();
                  case "employer" -> person.pool().companies();
                  default -> person.pool().jobs();
                },
                label,
                value,
                draws),
        value -> Shapes.inCaseOf(value, "Aa"),
        "Aa");
  }

  /** A value like another one. */
  public String make(String like, DrawSource draws, Person person) {
    String made = maker.make(like, draws, person);
    if (draws.isFresh()) {
      return made;
    }
    DrawSource other = draws;
    for (int i = 0; i < ATTEMPTS && made.equalsIgnoreCase(like); i++) {
      other = other.again();
      made = maker.make(like, other, person);
    }
    return made.equalsIgnoreCase(like) ? otherOfShape(like, other) : made;
  }

  /** What no maker understands keeps its shape and nothing else, as far as there are others. */
  private static String otherOfShape(String like, DrawSource draws) {
    DrawSource other = draws;
    String made = like;
    for (int i = 0; i < SHAPES && made.equalsIgnoreCase(like); i++) {
      other = other.again();
      made = Shapes.like(like, other.draw("", like));
    }
    return made;
  }

  /** What of a value may be kept to make others like it; empty where nothing may. */
  public String specimen(String value) {
    return specimen.of(value);
  }

  /** What values are made like where the column gives no specimen. */
  public String usualSpecimen() {
    return usual;
  }

  /** The given name within a full name. */
  public static Optional<String> givenIn(String full) {
    return Names.givenIn(full);
  }

  /** The family name within a full name. */
  public static Optional<String> familyIn(String full) {
    return Names.familyIn(full);
  }
}
