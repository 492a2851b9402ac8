package dev.likeness.privacy.detect;

import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * Numbers that states give to people, with their check digits.
 *
 * <p>Spaces, points, dashes and slashes between the digits do not matter where {@link #digits} is
 * used. Luhn and Verhoeff are those of Commons Validator; the weighted sums are from the
 * publications of the offices that issue the numbers.
 */
final class Numbers {

  private static final Pattern SEPARATORS = Pattern.compile("[ .\\-/]");
  private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String ODD_VALUES = "BAKPLCQDREVOSFTGUHMINJWZYX";

  private Numbers() {}

  /** The value without what stands between digits. */
  static String digits(String value) {
    return SEPARATORS.matcher(value).replaceAll("");
  }

  private static boolean allDigits(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }

  private static int sum(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(digits, i) * weights[i];
    }
    return sum;
  }

  static boolean luhn(String digits) {
    return valid(LuhnCheckDigit.LUHN_CHECK_DIGIT, digits);
  }

  private static boolean valid(CheckDigit check, String digits) {
    return check.isValid(digits);
  }

  private static boolean dayMonth(String digits, int dayAt, int monthAt) {
    int day = digit(digits, dayAt) * 10 + digit(digits, dayAt + 1);
    int month = digit(digits, monthAt) * 10 + digit(digits, monthAt + 1);
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
  }

  /** United States: three, two, four digits with dashes. */
  static boolean ssn(String value) {
    return value.matches("(?!000|666)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
  }

  /** United Kingdom: National Insurance number. */
  static boolean nino(String value) {
    return digits(value)
        .matches("(?i)(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}[A-D]");
  }

  /** United Kingdom: NHS number. */
  static boolean nhs(String value) {
    String d = digits(value);
    if (!allDigits(d, 10)) {
      return false;
    }
    int check = (11 - sum(d, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return check == digit(d, 9);
  }

  /** India: Aadhaar. */
  static boolean aadhaar(String value) {
    String d = digits(value);
    return allDigits(d, 12)
        && d.charAt(0) >= '2'
        && valid(VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT, d);
  }

  /** India: permanent account number; the fourth letter is P for persons. */
  static boolean pan(String value) {
    return value.strip().matches("(?i)[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]");
  }

  /** Germany: tax identification number, ISO 7064 MOD 11,10. */
  static boolean steuerId(String value) {
    String d = digits(value);
    if (!allDigits(d, 11) || d.charAt(0) == '0') {
      return false;
    }
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digit(d, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(d, 10);
  }

  /** Germany: pension insurance number. */
  static boolean rvnr(String value) {
    return digits(value).matches("\\d{2}(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])\\d{2}[A-Z]\\d{3}");
  }

  /** Spain: DNI and NIE. */
  static boolean dni(String value) {
    String d = digits(value).toUpperCase(java.util.Locale.ROOT);
    if (!d.matches("[XYZ\\d]\\d{7}[A-Z]")) {
      return false;
    }
    int first = "XYZ".indexOf(d.charAt(0));
    int number = Integer.parseInt((first >= 0 ? first : d.substring(0, 1)) + d.substring(1, 8));
    return DNI.charAt(number % 23) == d.charAt(8);
  }

  /** France: NIR with its key. */
  static boolean nir(String value) {
    String d = digits(value).toUpperCase(java.util.Locale.ROOT);
    if (!d.matches("[12378]\\d{4}(\\d{2}|2[AB])\\d{8}")) {
      return false;
    }
    String number = d.substring(0, 13).replace("2A", "19").replace("2B", "18");
    return 97 - Long.parseLong(number) % 97 == Integer.parseInt(d.substring(13));
  }

  /** Italy: codice fiscale. */
  static boolean codiceFiscale(String value) {
    String d = value.strip().toUpperCase(java.util.Locale.ROOT);
    if (!d.matches(
        "[A-Z]{6}[\\dLMNPQRSTUV]{2}[A-EHLMPRST][\\dLMNPQRSTUV]{2}[A-Z][\\dLMNPQRSTUV]{3}[A-Z]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int rank = Character.isDigit(d.charAt(i)) ? d.charAt(i) - '0' : d.charAt(i) - 'A';
      sum += i % 2 == 1 ? rank : ODD_VALUES.indexOf((char) ('A' + rank));
    }
    return sum % 26 == d.charAt(15) - 'A';
  }

  /** Netherlands: BSN, the eleven test. */
  static boolean bsn(String value) {
    String d = digits(value);
    return allDigits(d, 9)
        && !d.equals("000000000")
        && Math.floorMod(sum(d, 9, 8, 7, 6, 5, 4, 3, 2, -1), 11) == 0;
  }

  /** Sweden: personnummer with two or four digits of the year. */
  static boolean personnummer(String value) {
    if (!value.strip().matches("(\\d{2})?\\d{6}[-+]?\\d{4}")) {
      return false;
    }
    String d = value.strip().replaceAll("[-+]", "");
    String ten = d.substring(d.length() - 10);
    return dayMonth(ten, 4, 2) && luhn(ten);
  }

  /** Norway: fødselsnummer, two check digits. */
  static boolean fodselsnummer(String value) {
    String d = digits(value);
    return allDigits(d, 11)
        && dayMonth(d, 0, 2)
        && sum(d, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
        && sum(d, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** Finland: henkilötunnus. */
  static boolean hetu(String value) {
    String d = value.strip();
    if (!d.matches("\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]") || !dayMonth(d, 0, 2)) {
      return false;
    }
    int number = Integer.parseInt(d.substring(0, 6) + d.substring(7, 10));
    return HETU.charAt(number % 31) == d.charAt(10);
  }

  /** Denmark: CPR; its check digit is no longer kept, so only the dashed form counts. */
  static boolean cpr(String value) {
    return value.strip().matches("\\d{6}-\\d{4}") && dayMonth(value.strip(), 0, 2);
  }

  /** Poland: PESEL. */
  static boolean pesel(String value) {
    String d = digits(value);
    return allDigits(d, 11)
        && digit(d, 4) <= 3
        && sum(d, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
  }

  /** Poland: NIP. */
  static boolean nip(String value) {
    String d = digits(value);
    return allDigits(d, 10) && sum(d, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(d, 9);
  }

  /** Portugal: NIF. */
  static boolean nif(String value) {
    String d = digits(value);
    if (!allDigits(d, 9) || "123".indexOf(d.charAt(0)) < 0) {
      return false;
    }
    int check = 11 - sum(d, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check >= 10 ? 0 : check) == digit(d, 8);
  }

  /** Switzerland: AHV number. */
  static boolean ahv(String value) {
    String d = digits(value);
    return allDigits(d, 13)
        && d.startsWith("756")
        && sum(d, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
  }

  /** Austria: social insurance number. */
  static boolean svnr(String value) {
    String d = digits(value);
    return allDigits(d, 10)
        && d.charAt(0) != '0'
        && dayMonth(d, 4, 6)
        && sum(d, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(d, 3);
  }

  /** Belgium: national register number, born in either century. */
  static boolean rijksregister(String value) {
    String d = digits(value);
    if (!allDigits(d, 11)) {
      return false;
    }
    long number = Long.parseLong(d.substring(0, 9));
    int check = Integer.parseInt(d.substring(9));
    return 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
  }

  /** Brazil: CPF, two check digits. */
  static boolean cpf(String value) {
    String d = digits(value);
    if (!allDigits(d, 11) || d.chars().distinct().count() == 1) {
      return false;
    }
    int first = sum(d, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = sum(d, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return first == digit(d, 9) && second == digit(d, 10);
  }

  /** Canada: social insurance number. */
  static boolean sin(String value) {
    String d = digits(value);
    return allDigits(d, 9) && d.charAt(0) != '0' && d.charAt(0) != '8' && luhn(d);
  }

  /** Australia: tax file number. */
  static boolean tfn(String value) {
    String d = digits(value);
    return allDigits(d, 9) && sum(d, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }

  /** Australia: Medicare card. */
  static boolean medicare(String value) {
    String d = digits(value);
    return d.matches("[2-6]\\d{9}\\d?") && sum(d, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(d, 8);
  }

  /** Mexico: CURP. */
  static boolean curp(String value) {
    return value.strip().matches("(?i)[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d");
  }

  /** Mexico: RFC of a person. */
  static boolean rfc(String value) {
    return value.strip().matches("(?i)[A-ZÑ&]{4}\\d{6}[A-Z\\d]{3}");
  }

  /** China: resident identity number, ISO 7064 MOD 11-2. */
  static boolean resident(String value) {
    if (!value.strip().matches("\\d{6}(19|20)\\d{9}[\\dXx]")) {
      return false;
    }
    String d = value.strip();
    int sum = sum(d, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return "10X98765432".charAt(sum % 11) == Character.toUpperCase(d.charAt(17));
  }

  /** South Africa: identity number. */
  static boolean southAfrican(String value) {
    String d = digits(value);
    return allDigits(d, 13) && dayMonth(d, 4, 2) && digit(d, 10) <= 2 && luhn(d);
  }

  /** Turkey: identity number. */
  static boolean tckn(String value) {
    String d = digits(value);
    if (!allDigits(d, 11) || d.charAt(0) == '0') {
      return false;
    }
    int tenth = Math.floorMod(sum(d, 7, -1, 7, -1, 7, -1, 7, -1, 7), 10);
    return tenth == digit(d, 9) && sum(d, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10 == digit(d, 10);
  }

  /** Singapore: NRIC. */
  static boolean nric(String value) {
    return value.strip().matches("[STFGM]\\d{7}[A-Z]");
  }

  /** Ireland: PPS number. */
  static boolean pps(String value) {
    String d = value.strip().toUpperCase(java.util.Locale.ROOT);
    if (!d.matches("\\d{7}[A-W][A-IW]?")) {
      return false;
    }
    int extra = d.length() == 9 && d.charAt(8) != 'W' ? (d.charAt(8) - 'A' + 1) * 9 : 0;
    int check = (sum(d, 8, 7, 6, 5, 4, 3, 2) + extra) % 23;
    return d.charAt(7) == "WABCDEFGHIJKLMNOPQRSTUV".charAt(check);
  }

  /** Czechia and Slovakia: birth number with a slash. */
  static boolean rodneCislo(String value) {
    String d = value.strip();
    return d.matches("\\d{6}/\\d{4}") && Long.parseLong(d.replace("/", "")) % 11 == 0;
  }

  /** Romania: CNP. */
  static boolean cnp(String value) {
    String d = digits(value);
    if (!allDigits(d, 13) || d.charAt(0) == '0') {
      return false;
    }
    int rest = sum(d, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    return (rest == 10 ? 1 : rest) == digit(d, 12);
  }

  /** Vehicle identification number: 17 characters; North American ones have a check digit. */
  static boolean vin(String value) {
    return value.strip().matches("(?i)(?=.*[A-Z])(?=.*\\d)[A-HJ-NPR-Z0-9]{17}");
  }
}
