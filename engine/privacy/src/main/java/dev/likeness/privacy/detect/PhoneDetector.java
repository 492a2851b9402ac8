package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;

/** Numbers to call, as libphonenumber knows them. */
@AutoService(Detector.class)
public final class PhoneDetector implements Detector {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final List<String> REGIONS =
      List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "PT", "PL", "IN", "BR", "AU", "SE", "MX");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.PHONE)
              .words("phone")
              .values(
                  "are written like phone numbers and valid in some country",
                  5,
                  PhoneDetector::written)
              .must(
                  "are numbers that could be called",
                  value ->
                      value.matches("(?i)[-+()./ \\d#x*:;ext,]{3,40}")
                          && count(value) >= 3
                          && count(value) <= 20)
              .fact(
                  "Its values are numbers with fractions, or dates.",
                  -9,
                  column -> column.fractional() || column.dated())
              .fact(
                  "It has hardly any different values.",
                  -4,
                  column -> column.profile().count() > 50 && column.distinctShare() < 0.02));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static long count(String value) {
    return value.chars().filter(Character::isDigit).count();
  }

  /** Grouped or with a country code, and a number that some country could have given. */
  private static boolean written(String value) {
    boolean grouped =
        value.matches(
            "\\+?\\(?\\+?\\d{1,5}\\)?([ ./()-]{1,2}\\d{1,7}){1,6}\\)?( ?(x|ext\\.?|#) ?\\d+)?");
    boolean plus = value.matches("(\\+|00(?!0))\\d{8,14}") || value.matches("0[1-9]\\d{8,9}");
    boolean date = value.matches("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}.*");
    long digits = count(value);
    if (!grouped && !plus || date || digits < 7 || digits > 18 || value.matches("\\d+\\.\\d+")) {
      return false;
    }
    return REGIONS.stream().anyMatch(region -> possible(value, region));
  }

  private static boolean possible(String value, String region) {
    try {
      return PHONES.isPossibleNumber(PHONES.parse(value, region));
    } catch (NumberParseException notANumber) {
      return false;
    }
  }
}
