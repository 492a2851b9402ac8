package dev.likeness.table.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Modest signs that a column names people: by its header, or by the shape of its values.
 *
 * <p>It would rather keep a harmless column from a model than let a name through.
 */
final class Semantics {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+\\.[A-Za-z]{2,}");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+|00)?\\(?\\d{1,5}\\)?(?:[\\s./()-]{0,2}\\d{2,5}){2,5}"
              + "(?:\\s*(?:x|ext\\.?)\\s*\\d+)?");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? )?\\p{Lu}[\\p{L}'’.-]*(?:, | )"
              + "(?:\\p{Lu}[\\p{L}'’.-]*\\s?){1,3}");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9 ]{11,30}");
  private static final Pattern OCCUPATION =
      Pattern.compile(
          ".*(?:Manager|Engineer|Assistant|Analyst|Director|President|Officer|Developer|Technician"
              + "|Nurse|Teacher|Professor|Accountant|Consultant|Administrator|Specialist"
              + "|Coordinator|Supervisor|Clerk|Designer|Sales|Operator|Editor|Therapist).*");
  private static final double MOST = 0.6;

  private static final Set<String> DIRECT =
      Set.of(
          "email",
          "mail",
          "emailaddress",
          "phone",
          "telephone",
          "tel",
          "telefon",
          "mobile",
          "cell",
          "cellphone",
          "fax",
          "phonenumber",
          "firstname",
          "lastname",
          "surname",
          "givenname",
          "forename",
          "familyname",
          "middlename",
          "maidenname",
          "fullname",
          "vorname",
          "nachname",
          "familienname",
          "nombre",
          "apellido",
          "apellidos",
          "prenom",
          "prénom",
          "ssn",
          "socialsecuritynumber",
          "passport",
          "iban",
          "creditcard",
          "cardnumber",
          "username",
          "login",
          "nickname",
          "street",
          "streetaddress",
          "address",
          "address1",
          "address2",
          "addr",
          "strasse",
          "straße",
          "adresse",
          "contactname",
          "customername",
          "patientname",
          "employeename",
          "personname",
          "drivers",
          "licence",
          "license",
          "first",
          "last",
          "soundex",
          "socsecid",
          "phone1",
          "phone2",
          "homephone",
          "workphone",
          "ipaddress",
          "ip",
          "cc",
          "signature");
  private static final Set<String> PERSON_WORDS =
      Set.of(
          "customer",
          "client",
          "patient",
          "employee",
          "person",
          "user",
          "contact",
          "member",
          "manager",
          "doctor",
          "student",
          "teacher",
          "guest",
          "player",
          "author",
          "owner",
          "passenger",
          "first",
          "last",
          "full",
          "given",
          "family",
          "middle",
          "maiden",
          "sur",
          "birth",
          "nick",
          "holder",
          "recipient",
          "sender",
          "ship",
          "spouse",
          "father",
          "mother",
          "parent");
  private static final Set<String> DIRECT_WORDS =
      Set.of(
          "email",
          "mail",
          "phone",
          "telephone",
          "telefon",
          "mobile",
          "fax",
          "surname",
          "firstname",
          "lastname",
          "ssn",
          "iban",
          "passport",
          "username",
          "address",
          "street",
          "forename");
  private static final Set<String> NOT_PERSON =
      Set.of(
          "type",
          "count",
          "valid",
          "verified",
          "domain",
          "provider",
          "state",
          "country",
          "has",
          "is",
          "service",
          "usage",
          "number_of",
          "optin",
          "opt",
          "consent",
          "status");
  private static final Set<String> KEY_WORDS =
      Set.of(
          "id",
          "key",
          "uuid",
          "guid",
          "nr",
          "no",
          "num",
          "number",
          "index",
          "idx",
          "code",
          "ref",
          "reference",
          "rownames",
          "rownumber",
          "row",
          "record",
          "rec",
          "pk",
          "empid",
          "userid",
          "customerid",
          "passengerid",
          "serial",
          "account",
          "ticket",
          "url",
          "unnamed");

  private Semantics() {}

  /** Words of a header in lower case: {@code firstName}, {@code first_name}, {@code First Name}. */
  static List<String> words(String header) {
    return List.of(
        header
            .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .split(" "));
  }

  /** Why a header speaks for a direct identifier, if it does. */
  static Optional<String> directHeader(String header) {
    List<String> words = words(header);
    if (words.stream().anyMatch(NOT_PERSON::contains)) {
      return Optional.empty();
    }
    String joined = String.join("", words);
    boolean named = joined.equals("name") || joined.equals("names");
    boolean personName = words.contains("name") && words.stream().anyMatch(PERSON_WORDS::contains);
    boolean direct = DIRECT.contains(joined) || words.stream().anyMatch(DIRECT_WORDS::contains);
    return named || personName || direct
        ? Optional.of("its name is one that names, addresses or numbers of people have")
        : Optional.empty();
  }

  /** Whether a header speaks for a key. */
  static boolean keyHeader(String header) {
    List<String> words = words(header);
    return words.stream().anyMatch(KEY_WORDS::contains)
        || words.getLast().endsWith("id") && words.getLast().length() <= 12;
  }

  /** Whether a header speaks for codes whose leading zeros matter. */
  static boolean codeHeader(String header) {
    return words(header).stream()
        .anyMatch(
            word ->
                Set.of(
                        "zip",
                        "zipcode",
                        "postal",
                        "postcode",
                        "plz",
                        "code",
                        "fips",
                        "phone",
                        "tel",
                        "id",
                        "cp",
                        "postleitzahl")
                    .contains(word));
  }

  /** Why the shape of values speaks for a direct identifier, if it does. */
  static Optional<String> directValues(List<String> distinct, double distinctShare) {
    if (share(distinct, EMAIL) >= MOST) {
      return Optional.of("its values look like e-mail addresses");
    }
    if (share(distinct, UUID) >= MOST) {
      return Optional.of("its values look like UUIDs");
    }
    if (share(distinct, IBAN) >= MOST && distinctShare > 0.1) {
      return Optional.of("its values look like account numbers");
    }
    if (distinct.size() >= 10 && share(distinct, PHONE) >= MOST && punctuated(distinct)) {
      return Optional.of("its values look like phone numbers");
    }
    if (distinct.size() >= 20
        && distinctShare >= 0.2
        && share(distinct, PERSON) >= MOST
        && share(distinct, OCCUPATION) < 0.2) {
      return Optional.of("its values look like names of people");
    }
    return Optional.empty();
  }

  private static boolean punctuated(List<String> values) {
    return values.stream()
            .filter(v -> digits(v) >= 7 && (v.startsWith("+") || v.matches(".*\\d[\\s()/-]+\\d.*")))
            .count()
        >= MOST * values.size();
  }

  private static long digits(String value) {
    return value.chars().filter(Character::isDigit).count();
  }

  private static double share(List<String> values, Pattern pattern) {
    if (values.isEmpty()) {
      return 0;
    }
    long matching =
        values.stream()
            .map(String::strip)
            .filter(value -> value.length() <= 100 && pattern.matcher(value).matches())
            .count();
    return (double) matching / values.size();
  }
}
