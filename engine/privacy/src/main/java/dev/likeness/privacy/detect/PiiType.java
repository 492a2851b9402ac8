package dev.likeness.privacy.detect;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.likeness.table.Role;
import java.util.Locale;
import java.util.Optional;

/**
 * What personal data a column holds, with the role that it usually has.
 *
 * <p>The weight says how much a column of the type speaks for a table whose rows are people, in
 * log-odds: a birth date almost proves it, a city says nothing.
 */
public enum PiiType {
  /** A whole name. */
  PERSON_NAME(Role.DIRECT_IDENTIFIER, 3.2, "names of people"),
  /** A first name. */
  GIVEN_NAME(Role.DIRECT_IDENTIFIER, 3, "given names"),
  /** A last name. */
  FAMILY_NAME(Role.DIRECT_IDENTIFIER, 3, "family names"),
  /** An e-mail address. */
  EMAIL(Role.DIRECT_IDENTIFIER, 2.5, "e-mail addresses"),
  /** A number to call. */
  PHONE(Role.DIRECT_IDENTIFIER, 1, "phone numbers"),
  /** Street and house number, or the whole address. */
  STREET_ADDRESS(Role.DIRECT_IDENTIFIER, 0.5, "street addresses"),
  /** The number that a state gives to a person. */
  NATIONAL_ID(Role.DIRECT_IDENTIFIER, 4, "national identity numbers"),
  /** The number that a tax office gives. */
  TAX_ID(Role.DIRECT_IDENTIFIER, 2, "tax numbers"),
  /** Number of a passport. */
  PASSPORT(Role.DIRECT_IDENTIFIER, 4, "passport numbers"),
  /** Number of a driving licence. */
  DRIVER_LICENCE(Role.DIRECT_IDENTIFIER, 4, "driving licence numbers"),
  /** Number of a credit or debit card. */
  PAYMENT_CARD(Role.DIRECT_IDENTIFIER, 2.5, "payment card numbers"),
  /** International number of a bank account. */
  IBAN(Role.DIRECT_IDENTIFIER, 1.5, "bank accounts (IBAN)"),
  /** Number of an account. */
  ACCOUNT_NUMBER(Role.DIRECT_IDENTIFIER, 0.5, "account numbers"),
  /** Address in a network. */
  IP_ADDRESS(Role.DIRECT_IDENTIFIER, 0.3, "IP addresses"),
  /** Address of a network card. */
  MAC_ADDRESS(Role.DIRECT_IDENTIFIER, 0.2, "MAC addresses"),
  /** A page or picture of somebody. */
  URL_PERSONAL(Role.DIRECT_IDENTIFIER, 0.2, "personal web addresses"),
  /** A name to log in with. */
  USERNAME(Role.DIRECT_IDENTIFIER, 1.5, "user names"),
  /** What is written on a car. */
  LICENCE_PLATE(Role.DIRECT_IDENTIFIER, 0.5, "licence plates"),
  /** Number of a vehicle. */
  VIN(Role.DIRECT_IDENTIFIER, 0.3, "vehicle identification numbers"),
  /** Number of a patient. */
  MEDICAL_RECORD_NUMBER(Role.DIRECT_IDENTIFIER, 4, "medical record numbers"),
  /** The number of a person, or of the person's row. */
  RECORD_ID(Role.DIRECT_IDENTIFIER, 0, "numbers of people"),
  /** A phone, a computer, a cookie. */
  DEVICE_ID(Role.DIRECT_IDENTIFIER, 0.3, "device numbers"),
  /** Where coins are sent. */
  CRYPTO_ADDRESS(Role.DIRECT_IDENTIFIER, 0.5, "crypto addresses"),
  /** Text that names somebody. */
  FREE_TEXT(Role.DIRECT_IDENTIFIER, 0.3, "text that holds personal data"),
  /** A bank. */
  BIC(Role.QUASI_IDENTIFIER, 0.2, "bank codes (BIC)"),
  /** A town. */
  CITY(Role.QUASI_IDENTIFIER, 0, "towns"),
  /** A postal code. */
  POSTCODE(Role.QUASI_IDENTIFIER, 0, "postal codes"),
  /** A part of a country. */
  REGION_OR_STATE(Role.QUASI_IDENTIFIER, 0, "regions"),
  /** A country. */
  COUNTRY(Role.QUASI_IDENTIFIER, 0, "countries"),
  /** Latitude or longitude. */
  GEO_COORDINATE(Role.QUASI_IDENTIFIER, 0, "places on earth"),
  /** Day or year of birth. */
  DATE_OF_BIRTH(Role.QUASI_IDENTIFIER, 3, "dates of birth"),
  /** When something happened to the person. */
  DATE_OF_EVENT(Role.QUASI_IDENTIFIER, 0, "dates of events"),
  /** Years, or a range of years. */
  AGE(Role.QUASI_IDENTIFIER, 1.5, "ages"),
  /** Sex or gender. */
  GENDER(Role.QUASI_IDENTIFIER, 1.5, "gender"),
  /** Married or not. */
  MARITAL_STATUS(Role.QUASI_IDENTIFIER, 3, "marital status"),
  /** Citizenship. */
  NATIONALITY(Role.QUASI_IDENTIFIER, 2, "nationality"),
  /** School and degrees. */
  EDUCATION(Role.QUASI_IDENTIFIER, 1.5, "education"),
  /** Job, position, department. */
  OCCUPATION(Role.QUASI_IDENTIFIER, 1.2, "occupation"),
  /** Who pays the person. */
  EMPLOYER(Role.QUASI_IDENTIFIER, 0, "employers"),
  /** Mr, Dr, Jr, initials. */
  INITIALS_OR_TITLE(Role.QUASI_IDENTIFIER, 2, "titles or initials"),
  /** What else tells people apart: household, home, habits. */
  OTHER_QUASI(Role.QUASI_IDENTIFIER, 0.5, "circumstances of life"),
  /** Race, origin, tribe, caste. */
  ETHNICITY(Role.SENSITIVE, 3, "ethnic origin"),
  /** Faith. */
  RELIGION(Role.SENSITIVE, 3, "religion"),
  /** Party or vote. */
  POLITICAL_VIEW(Role.SENSITIVE, 2.5, "political views"),
  /** Whom somebody loves. */
  SEXUAL_ORIENTATION(Role.SENSITIVE, 3, "sexual orientation"),
  /** Membership of a union. */
  TRADE_UNION(Role.SENSITIVE, 2.5, "trade union membership"),
  /** Diagnoses, measures of the body, habits that harm it, costs of care. */
  HEALTH(Role.SENSITIVE, 1, "health"),
  /** What a person earns or receives. */
  INCOME(Role.SENSITIVE, 1, "income"),
  /** Debts, wealth, marks, conduct. */
  OTHER_SENSITIVE(Role.SENSITIVE, 0.5, "debts, marks or conduct");

  private final Role role;
  private final double personWeight;
  private final String plural;

  PiiType(Role role, double personWeight, String plural) {
    this.role = role;
    this.personWeight = personWeight;
    this.plural = plural;
  }

  /** The role that a column of this type usually has. */
  public Role role() {
    return role;
  }

  /** How much such a column speaks for rows that are people, in log-odds. */
  public double personWeight() {
    return personWeight;
  }

  /** What such a column holds, in words for people. */
  public String plural() {
    return plural;
  }

  /** The name in JSON, such as {@code given_name}. */
  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of a name in JSON, if it is one. */
  public static Optional<PiiType> named(String json) {
    for (PiiType type : values()) {
      if (type.json().equals(json)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
