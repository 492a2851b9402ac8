package dev.likeness.privacy.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.StorageType;
import dev.likeness.table.TextFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeTest {

  private static final DrawSource KEYED = DrawSource.keyed("a key of some length".getBytes());
  private static final Person SOMEBODY = Person.unknown(Pool.ofLanguage("en"));
  private static final Field TEXT =
      new Field("c", StorageType.TEXT, Measure.NOMINAL, Role.DIRECT_IDENTIFIER, TextFormat.PLAIN);

  private static String keyed(String type, String value) {
    return Fake.of(type, TEXT).make(value, KEYED, SOMEBODY);
  }

  private static String fresh(String type, String like, long serial, Person person) {
    return Fake.of(type, TEXT).make(like, DrawSource.fresh(CounterRandom.of(1), serial), person);
  }

  @Test
  void theSamePersonKeepsTheSameNameInEveryColumn() {
    String given = keyed("given_name", "Anna");
    String family = keyed("family_name", "Smith");
    assertThat(keyed("person_name", "Anna Smith")).isEqualTo(given + " " + family);
    assertThat(keyed("person_name", "Smith, Anna")).isEqualTo(family + ", " + given);
    assertThat(keyed("person_name", "SMITH, Dr. ANNA").toLowerCase())
        .isEqualTo((family + ", Dr. " + given).toLowerCase());
    assertThat(keyed("email", "anna.smith@corp.com"))
        .startsWith(Pool.slug(given) + "." + Pool.slug(family))
        .matches("[a-z]+\\.[a-z]+\\d+@[a-z]+\\.example\\.(com|org|net)");
    assertThat(given).isNotEqualTo("Anna");
  }

  @ParameterizedTest
  @CsvSource({
    "given_name,ANNA,[A-Z]+",
    "given_name,anna,[a-z]+",
    "family_name,Smith,[A-Z]\\p{L}+",
    "person_name,Prof. Anna M. van Dijk,Prof\\. \\p{L}+ [A-Z]\\. van \\p{L}+",
    "phone,+49 (0)30 123-456,\\+49 \\(0\\)\\d\\d \\d{3}-\\d{3}",
    "phone,555.123.4567,\\d{3}\\.\\d{3}\\.\\d{4}",
    "street_address,12 Main St,\\d+ .+",
    "street_address,Hauptstr. 12,.+ \\d+",
    "record_id,CU-00123-x,[A-Z]{2}-\\d{5}-[a-z]",
    "national_id,123-45-6789,9\\d\\d-\\d\\d-\\d{4}",
    "ip_address,81.2.69.142,10\\.\\d+\\.\\d+\\.\\d+",
    "mac_address,00:1B:44:11:3A:B7,02:([0-9A-F]{2}:?){5}",
    "url_personal,http://x.org/~me,https://example.com/[a-z]+/\\d+",
    "city,BERLIN,[A-Z .'-]+",
    "free_text,Called twice about his leg.,[A-Z][a-z ]+\\."
  })
  void keepsFormats(String type, String value, String pattern) {
    String made = keyed(type, value);
    assertThat(made).matches(pattern).isNotEqualTo(value);
    assertThat(keyed(type, value)).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111 1111 1111 1111", "5500-0000-0000-0004", "340000000000009"})
  void cardsPassLuhn(String card) {
    String made = keyed("payment_card", card);
    assertThat(made).isNotEqualTo(card).startsWith(card.substring(0, 1)).hasSameSizeAs(card);
    assertThat(new LuhnCheckDigit().isValid(made.replaceAll("\\D", ""))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819"})
  void ibansPassModulo97(String iban) {
    String made = keyed("iban", iban);
    assertThat(made).isNotEqualTo(iban).startsWith(iban.substring(0, 2)).hasSameSizeAs(iban);
    assertThat(new IBANCheckDigit().isValid(made.replace(" ", ""))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi"})
  void everyLanguageHasNamesOfWomenAndMen(String language) {
    Pool pool = Pool.ofLanguage(language);
    assertThat(pool.given(Gender.FEMALE))
        .hasSizeGreaterThan(20)
        .doesNotContainAnyElementsOf(pool.given(Gender.MALE));
    assertThat(pool.given(Gender.MALE)).hasSizeGreaterThan(20);
    assertThat(pool.family()).hasSizeGreaterThan(49);
    assertThat(pool.cities()).hasSizeGreaterThan(5).noneMatch(city -> city.contains("#"));
    assertThat(pool.streets()).hasSizeGreaterThan(5).noneMatch(street -> street.contains("#"));
    assertThat(pool.companies()).hasSizeGreaterThan(50).noneMatch(name -> name.contains("#"));
  }

  @Test
  void noKeyMakesWhatNobodyUnderstandsTheSameAgain() {
    for (int key = 0; key < 500; key++) {
      DrawSource draws = DrawSource.keyed(new byte[] {(byte) key, (byte) (key >> 8), 3});
      for (String type : List.of("payment_card", "phone", "iban", "record_id")) {
        assertThat(Fake.of(type, Field.nominal("x")).make("x", draws, SOMEBODY))
            .as(type)
            .isNotEqualToIgnoringCase("x");
      }
    }
  }

  @Test
  void namesFitTheGender() {
    for (Gender gender : List.of(Gender.FEMALE, Gender.MALE)) {
      Person person =
          new Person(
              Pool.ofLanguage("en"), gender, Optional.empty(), Optional.empty(), Optional.empty());
      for (int i = 0; i < 100; i++) {
        assertThat(Pool.ofLanguage("en").given(gender))
            .contains(fresh("given_name", "Aa", i, person));
      }
    }
    assertThat(Gender.of("Female")).isEqualTo(Gender.FEMALE);
    assertThat(Gender.of(" M ")).isEqualTo(Gender.MALE);
    assertThat(Gender.of("divers")).isEqualTo(Gender.ANY);
  }

  @ParameterizedTest
  @CsvSource({
    "person_name,Aa Aa",
    "email,aa.aa@example.com",
    "username,aa",
    "phone,+49 30 000000",
    "record_id,AA-0000",
    "record_id,10000",
    "national_id,000-00-0000",
    "street_address,10 Aaa Aa",
    "ip_address,0.0.0.0",
    "iban,DE00 0000 0000 0000 0000 00"
  })
  void freshValuesDoNotRepeat(String type, String like) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      seen.add(fresh(type, like, i, SOMEBODY));
    }
    assertThat(seen).hasSize(20_000);
  }

  @Test
  void freshNamesAndAddressesOfOnePersonAgree() {
    for (int i = 0; i < 200; i++) {
      String given = fresh("given_name", "Aa", i, SOMEBODY);
      String family = fresh("family_name", "Aa", i, SOMEBODY);
      assertThat(fresh("person_name", "Aa Aa", i, SOMEBODY)).isEqualTo(given + " " + family);
      assertThat(fresh("email", "aa.aa@example.com", i, SOMEBODY))
          .startsWith(Pool.slug(given) + "." + Pool.slug(family));
    }
  }

  @Test
  void freshPhonesFitTheCountry() {
    Person french =
        new Person(
            Pool.ofLanguage("fr"),
            Gender.ANY,
            Optional.empty(),
            Optional.empty(),
            Optional.of("FR"));
    assertThat(fresh("phone", "+1 202-555-0100", 3, french)).startsWith("+33 ");
    assertThat(fresh("phone", "(202) 555-0100", 3, french)).startsWith("0");
  }

  @Test
  void originalsPlayNoPartInFreshValues() {
    assertThat(fresh("email", "anna.smith@corp.com", 5, SOMEBODY))
        .isEqualTo(fresh("email", "bob.jones@mail.org", 5, SOMEBODY));
  }
}
