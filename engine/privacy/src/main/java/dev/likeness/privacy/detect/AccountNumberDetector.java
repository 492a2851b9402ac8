package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Account numbers. */
@AutoService(Detector.class)
public final class AccountNumberDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.ACCOUNT_NUMBER)
              .called(
                  """
              account number, account no, account num, acct no, acct num, acct number,
              accountnumber, bank account, bank account number, bban, account, kontonummer, konto,
              konto nr, bankverbindung, numero de cuenta, cuenta, cuenta bancaria,
              numero de compte, compte, rib, numero conto, conto corrente, rekeningnummer,
              bankrekening, conta, numero da conta, conta bancaria, numer konta, nr konta,
              numer rachunku, rachunek, kontonr, tilinumero, account id, loyalty card,
              loyalty number, loyalty card number, frequent flyer number, membership number,
              policy number, policy no, contract number
              """)
              .mentioned(
                  """
              account number, bank account, kontonummer, account no, numero de cuenta,
              numero de compte, rekeningnummer, numer konta, account id, policy number
              """)
              .unless(
                  """
              type, balance, open, opened, age, manager, status, bank name, tenure, length,
              holder, owner, created, date
              """)
              .evenOfThings()
              .must(
                  "hold at least four digits",
                  value ->
                      value.replaceAll("\\D", "").length() >= 4 && value.matches("[\\w ./-]{4,40}"))
              .fact(
                  "Its values repeat a lot.",
                  -6,
                  column -> column.distinctShare() < 0.3 && column.profile().count() > 20)
              .fact(
                  "Its values are numbers with fractions, or dates.",
                  -9,
                  column -> column.fractional() || column.dated()));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
