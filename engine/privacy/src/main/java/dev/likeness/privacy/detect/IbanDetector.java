package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import org.apache.commons.validator.routines.IBANValidator;

/** International bank account numbers, with the lengths of countries and mod 97. */
@AutoService(Detector.class)
public final class IbanDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.IBAN)
              .words("iban")
              .values("are IBANs with a right check number", 8, IbanDetector::valid)
              .must(
                  "have the form of an IBAN",
                  value -> Numbers.digits(value).matches("(?i)[A-Z]{2}\\d{2}[A-Z0-9*]{8,30}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean valid(String value) {
    String compact = Numbers.digits(value).toUpperCase(Locale.ROOT);
    return compact.length() >= 15 && IBANValidator.getInstance().isValid(compact);
  }
}
