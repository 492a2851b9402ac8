package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Card numbers: Luhn, and the ranges of the schemes. */
@AutoService(Detector.class)
public final class PaymentCardDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.PAYMENT_CARD)
              .called(
                  """
              credit card, credit card number, creditcard, card number, card no, cardnumber, cc,
              cc number, cc num, ccn, pan number, debit card, debit card number, payment card,
              kreditkarte, kreditkartennummer, kartennummer, tarjeta, tarjeta de credito,
              numero de tarjeta, numero tarjeta, carte bancaire, carte de credit, numero de carte,
              carta di credito, numero carta, creditcardnummer, cartao de credito,
              numero do cartao, karta kredytowa, numer karty
              """)
              .mentioned(
                  """
              credit card number, card number, credit card, kreditkartennummer, numero de tarjeta,
              numero de carte, numer karty
              """)
              .unless(
                  """
              balance, limit, debt, loyalty, membership, provider, expiry, expire, expiration,
              use, late, health, id
              """)
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
