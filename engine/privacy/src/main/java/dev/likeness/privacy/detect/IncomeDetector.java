package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** What a person earns or receives. */
@AutoService(Detector.class)
public final class IncomeDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.INCOME)
              .called(
                  """
              income, salary, wage, wages, pay, annual income, monthly income, yearly income,
              household income, family income, personal income, gross income, net income,
              income level, income band, income group, income range, income category,
              income bracket, annual salary, monthly salary, base salary, estimated salary,
              expected salary, current salary, gross salary, net salary, salary range,
              hourly rate, hourly wage, daily rate, monthly rate, pay rate, pay grade, pay zone,
              payzone, pay band, salary band, salary hike, percent salary hike, earnings,
              annual earnings, remuneration, compensation, total compensation, bonus, commission,
              pension, retirement pay, allowance, benefits received, social benefits, welfare,
              capital gain, capital loss, capital gains, stock option level, ctc, current ctc,
              expected ctc, applicant income, coapplicant income, co applicant income,
              amt income total, income total, income type, annual inc, person income,
              wages per hour, wage per hour, revenue personal, dividends from stocks,
              income source, source of income, annual household income, total pay, overtime pay,
              stipend, scholarship, scholarship amount, scholarship holder, in dollar salary,
              salary in usd, salary currency, financial aid, self reported income, isee, gehalt,
              bruttogehalt, nettogehalt, lohn, bruttolohn, einkommen, jahreseinkommen,
              haushaltseinkommen, monatsgehalt, jahresgehalt, bruttojahresgehalt, brutto, netto,
              verdienst, stundenlohn, rente, vergutung, entgelt, besoldung, entgeltgruppe,
              tarifgruppe, gehaltsstufe, salario, salario bruto, salario neto, salario base,
              sueldo, sueldo bruto, ingresos, ingreso, ingresos mensuales, ingresos anuales,
              renta, renta anual, nomina, pension mensual, retribucion, honorarios, salaire,
              salaire brut, salaire net, revenu, revenus, revenu annuel, revenu mensuel,
              revenu fiscal, remuneration annuelle, traitement mensuel, prime, retraite,
              stipendio, stipendio lordo, salario lordo, retribuzione, reddito, reddito annuo,
              reddito lordo, ral, pensione, salaris, brutosalaris, bruto salaris, maandsalaris,
              jaarsalaris, loon, inkomen, jaarinkomen, besteedbaar inkomen, uurloon, pensioen,
              uitkering, ordenado, vencimento, rendimento, rendimento anual, renda, renda mensal,
              renda familiar, salario mensal, remuneracao, wynagrodzenie, wynagrodzenie brutto,
              pensja, placa, zarobki, dochod, dochody, emerytura, manadslon, inkomst, arslon,
              lonn, inntekt, arsinntekt, indkomst, palkka, tulot, plat, mzda, prijem, maas,
              base pay, other pay, total pay, total pay benefits, total pay and benefits,
              gross pay, net pay, take home pay, converted comp, comp total, comp, total comp,
              convertedcomp, converted comp yearly, prevailing wage, wage rate, person income,
              wage eur, wage usd, income usd, income eur, salary usd, salary eur, salary lpa,
              basic salary, basic pay, gross earnings, net earnings, weekly wage,
              weekly earnings, weekly income, pay amount, tips received, overtime amount,
              severance, child support, alimony, unemployment benefit, social security income,
              ssi income, ssp, wagp, pincp, pernp, hincp, family support income, pocket money,
              allowance amount, beca, becado, bolsa, bourse, boursier, borsa di studio,
              studiebeurs, stypendium, bafog, indfmpir, poverty income ratio,
              income poverty ratio, income to poverty, grundgehalt, zulage, zulagen,
              bonuszahlung, pramie, weihnachtsgeld, nettoeinkommen, bruttoeinkommen,
              haushaltsnettoeinkommen, salario mensual, salario anual, salario bruto anual,
              complemento salarial, paga, salaire mensuel, salaire annuel, salaire de base,
              salaire net mensuel, paie, stipendio netto, stipendio mensile, tredicesima,
              nettosalaris, netto salaris, bruto maandloon, toeslag, salario liquido,
              salario base mensal, subsidio, pensja brutto, pensja netto, premia
              """)
              .mentioned(
                  """
              income, salary, wage, earnings, remuneration, compensation, hourly rate,
              monthly rate, pay rate, pension, capital gain, capital loss, gehalt, einkommen,
              lohn, salario, sueldo, ingresos, salaire, revenu, stipendio, reddito, salaris,
              inkomen, renda, wynagrodzenie, zarobki, dochod, bonus
              """)
              .hinted(
                  """
              pay, rate, capital, revenue, hike
              """)
              .unless(
                  """
              date, source type, plan, provider, per capita, tax, city, country level, company,
              operating, net operating, gross margin, loan, status, method, mode, bill, price,
              interest, heart, exchange, plant, workers
              """)
              .evenOfThings()
              .fact(
                  "Its name speaks of many, not of one.",
                  -9,
                  column ->
                      column
                              .header()
                              .hasAny(
                                  Words.set(
                                      "median mean avg average per capita population total_households"))
                          && !column.header().hasAny(Words.set("monthly annual yearly")))
              .fact("Its values are dates.", -8, ColumnView::dated));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
