package dev.likeness.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Examples that the offices themselves or Wikipedia's articles on the numbers print, and the same
 * with one digit changed.
 */
class NumbersTest {

  static Stream<Arguments> examples() {
    return Stream.of(
        of("US SSN", Numbers::ssn, "123-45-6789", "000-45-6789"),
        of("UK NINO", Numbers::nino, "AB 12 34 56 C", "QQ 12 34 56 C"),
        of("UK NHS", Numbers::nhs, "943 476 5919", "943 476 5918"),
        of("IN Aadhaar", Numbers::aadhaar, "2341 2341 2346", "2341 2341 2347"),
        of("IN PAN", Numbers::pan, "ABCPE1234F", "ABCZE1234F"),
        of("DE tax number", Numbers::steuerId, "86095742719", "86095742718"),
        of("DE pension", Numbers::rvnr, "15070649C103", "15079949C103"),
        of("ES DNI", Numbers::dni, "12345678Z", "12345678A"),
        of("ES NIE", Numbers::dni, "X1234567L", "X1234567M"),
        of("FR NIR", Numbers::nir, "2 69 05 49 588 157 80", "2 69 05 49 588 157 81"),
        of("IT codice fiscale", Numbers::codiceFiscale, "RSSMRA85T10A562S", "RSSMRA85T10A562T"),
        of("NL BSN", Numbers::bsn, "111222333", "111222334"),
        of("SE", Numbers::personnummer, "811218-9876", "811218-9875"),
        of("SE long", Numbers::personnummer, "19811218-9876", "19811318-9876"),
        of("NO", Numbers::fodselsnummer, "15108695088", "15108695089"),
        of("FI", Numbers::hetu, "131052-308T", "131052-308U"),
        of("DK", Numbers::cpr, "211062-5629", "211362-5629"),
        of("PL PESEL", Numbers::pesel, "44051401359", "44051401358"),
        of("PL NIP", Numbers::nip, "123-456-32-18", "123-456-32-19"),
        of("PT NIF", Numbers::nif, "123456789", "123456788"),
        of("CH AHV", Numbers::ahv, "756.9217.0769.85", "756.9217.0769.84"),
        of("AT", Numbers::svnr, "1237 010180", "1238 010180"),
        of("BE", Numbers::rijksregister, "85.07.30-033 28", "85.07.30-033 29"),
        of("BR CPF", Numbers::cpf, "529.982.247-25", "529.982.247-26"),
        of("CA SIN", Numbers::sin, "130 692 544", "130 692 545"),
        of("AU TFN", Numbers::tfn, "876 543 210", "876 543 211"),
        of("AU Medicare", Numbers::medicare, "2123 45670 1", "2123 45671 1"),
        of("MX CURP", Numbers::curp, "HEGG560427MVZRRL04", "HEGG560427AVZRRL04"),
        of("CN", Numbers::resident, "11010519491231002X", "110105194912310021"),
        of("ZA", Numbers::southAfrican, "8001015009087", "8001015009088"),
        of("TR", Numbers::tckn, "10000000146", "10000000147"),
        of("IE PPS", Numbers::pps, "1234567T", "1234567S"),
        of("IE PPS since 2013", Numbers::pps, "1234567FA", "1234567GA"),
        of("CZ", Numbers::rodneCislo, "710319/2745", "710319/2746"),
        of("RO CNP", Numbers::cnp, "1630615123457", "1630615123458"),
        of("VIN", Numbers::vin, "1M8GDM9AXKP042788", "1M8GDM9AXKPO42788"));
  }

  private static Arguments of(String name, Predicate<String> test, String right, String wrong) {
    return Arguments.of(name, test, right, wrong);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void tellsRightNumbersFromWrongOnes(
      String name, Predicate<String> test, String right, String wrong) {
    assertThat(test.test(right)).as("%s, right", name).isTrue();
    assertThat(test.test(wrong)).as("%s, wrong", name).isFalse();
    assertThat(test.test("")).isFalse();
    assertThat(test.test("12")).isFalse();
    assertThat(test.test("a name")).isFalse();
  }
}
