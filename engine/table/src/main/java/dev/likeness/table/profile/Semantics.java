package dev.likeness.table.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the words of a header say about the kind of a column: a key, or codes. */
final class Semantics {

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
}
