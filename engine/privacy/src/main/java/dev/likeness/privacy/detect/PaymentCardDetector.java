package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Card numbers: Luhn, and the ranges of the schemes. */
@AutoService(Detector.class)
public final class PaymentCardDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.PAYMENT_CARD)
              .words("payment_card")
              .values("are card numbers with a right check digit", 7, PaymentCardDetector::valid)
              .must(
                  "have the length of card numbers",
                  value -> Numbers.digits(value).matches("[\\dxX*]{12,19}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean valid(String value) {
    String digits = Numbers.digits(value);
    return digits.matches("(4|5[1-5]|2[2-7]|3[04-9]|6[0-9]|50|56|57|58)\\d{10,17}")
        && Numbers.luhn(digits);
  }
}
