package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Debts, credit standing and wealth; marks and performance; conduct; love life. */
@AutoService(Detector.class)
public final class AssessmentDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.OTHER_SENSITIVE)
              .called(
                  """
              credit score, creditscore, fico, fico score, fico range low, fico range high,
              schufa, schufa score, credit rating, credit history, credit limit, credit line,
              credit amount, credit card debt, creddebt, othdebt, credit, risk, credit risk,
              credit class, creditworthiness, credit standing, limit bal, balance limit,
              open credit, credit utilization, revolving utilization, revol util, revol bal,
              revolving balance, total acc, open acc, delinquent, delinquency, delinq 2 yrs,
              past due, days past due, number of times 90 days late,
              number of time 30 59 days past due not worse, default, defaulted, has default,
              default payment next month, loan default, cb person default on file, loan status,
              loan amount, loanamount, loan amnt, loan amt, loan, loans, loan term,
              loan amount term, loan purpose, loan intent, loan grade, loan type, loan int rate,
              interest rate, installment, installment rate, emi, dti, debt to income,
              debt to income ratio, debt ratio, debt, debts, total debt, amt credit, amt annuity,
              amt goods price, mortgage, has mortgage, housing loan, personal loan, car loan,
              student loan, housing, existing credits, other installment plans, other debtors,
              other parties, guarantors, savings, savings account, savings status,
              saving accounts, checking account, checking balance, checking status,
              account balance, balance, bank balance, avg balance, average balance,
              current balance, cc avg, securities account, cd account, wealth, net worth, assets,
              property value, residential assets value, luxury assets value, bank asset value,
              property magnitude, stocks, investments, overdraft, overdraft limit, bankruptcy,
              bankrupt, pub rec, public records, collections, arrears, repayment,
              repayment status, payment history, payment status, late payments, bill amt,
              bill amount, pay amt, cibil score, cibil, insolvency, garnishment, has cr card,
              has credit card, creditcard, loan approved, loan paid back, charged off, grade,
              grades, mark, marks, gpa, cgpa, sgpa, cumulative gpa, ugpa, gre score, toefl score,
              sat score, act score, lsat, mcat, gmat, ielts, exam score, exam result,
              exam results, test score, test scores, final grade, final exam, midterm,
              final score, math score, reading score, writing score, science score, english score,
              maths, math grade, score, scores, percentile, rank in class, class rank, pass fail,
              passed, failures, failed courses, result, assignment score, quiz, quiz score,
              attendance, attendance rate, attendance percentage, absences, absence days,
              student absence days, days absent, absenteeism, absenteeism time in hours, ssc p,
              hsc p, degree p, etest p, mba p, perc, employability, school support, schoolsup,
              extra educational support, behaviour, behavior, conduct, detention, disciplinary,
              discipline, disciplinary action, disciplinary failure, misconduct, warnings,
              suspensions, expelled, dropout, curricular units grade, study performance,
              academic performance, gradeclass, class performance, tenth percentage,
              twelfth percentage, performance, performance score, performance rating, perf score,
              perf score id, rating, last evaluation, last review score, evaluation, appraisal,
              appraisal score, kpi, kpis met, review score, promotion, days late, late days,
              days late last 30, work accident, term reason, termination reason,
              reason for leaving, attrition risk, dismissal, fired, talent score,
              productivity score, previous year rating, avg training score, criminal record,
              convictions, conviction, crime, offense, offence, charge degree, c charge degree,
              c charge desc, arrests, arrested, prior convictions, priors, priors count,
              recidivism, is recid, two year recid, decile score, sentence, felony, felonies,
              misdemeanor, juv fel count, juv misd count, juv other count, prison, jail, charge,
              violent recidivism, is violent recid, score text, parole, probation, romantic,
              romantic relationship, love life, in a relationship, famrel, family relations,
              quality of family relations, gambling, survived, victim, abuse, violence, refugee,
              asylum, asylum status, social assistance, receives benefits, public assistance,
              food stamps, homeless, household poverty, biometric, fingerprint data, affair,
              affairs, note, noten, zeugnisnote, abschlussnote, abiturnote, durchschnittsnote,
              kredit, kredithohe, kreditbetrag, kreditrate, kreditwurdigkeit, bonitat, schulden,
              verschuldung, kontostand, saldo, vermogen, ersparnisse, darlehen, hypothek,
              leistungsbeurteilung, beurteilung, bewertung, fehltage, fehlzeiten, abmahnungen,
              vorstrafen, fuhrungszeugnis, kundigungsgrund, austrittsgrund, zahlungsverzug,
              pfandung, nota, notas, calificacion, calificaciones, nota media, prestamo,
              importe prestamo, deuda, deudas, morosidad, moroso, hipoteca, saldo de cuenta,
              ahorros, patrimonio, puntuacion crediticia, evaluacion, desempeno,
              antecedentes penales, ausencias, faltas, motivo de baja, notes, moyenne generale,
              resultat, resultats, pret, montant du pret, montant pret, dette, dettes,
              endettement, taux d endettement, credit immobilier, solde, solde du compte, epargne,
              score de credit, casier judiciaire, evaluation annuelle, absences injustifiees,
              motif de depart, incident de paiement, voto, voti, voto laurea, media voti,
              media ponderata, voto di laurea, voto esame, esito, prestito, importo prestito,
              debito, debiti, mutuo, saldo conto, risparmi, valutazione, assenze,
              precedenti penali, insolvenza, cijfer, cijfers, eindcijfer, gemiddeld cijfer,
              lening, leenbedrag, schuld, schulden bedrag, hypotheek, spaargeld, vermogen bedrag,
              beoordeling, strafblad, wanbetaling, betalingsachterstand, media final, emprestimo,
              valor do emprestimo, divida, dividas, inadimplente, inadimplencia, poupanca,
              saldo bancario, limite de credito, avaliacao, antecedentes criminais, nota final,
              ocena, oceny, srednia ocen, kredyt, kwota kredytu, pozyczka, zadluzenie, dlug,
              dlugi, saldo konta, oszczednosci, hipoteka, ocena pracownicza, nieobecnosci,
              karalnosc, betyg, lan belopp, skuld,
              cred hist length, cb person cred hist length, credit hist length,
              credit history length, earliest cr line, inq last 6 mths, inquiries, out prncp,
              total pymnt, recoveries, cibil rating, loan grade, loan sub grade, sub grade,
              repeated grade, repeater, repetidor, repitente, repite, redoublant, sitzenbleiber,
              absence, absent, absent days, jours absence, jours d absence, nombre d absences,
              dias de ausencia, giorni di assenza, verzuim, afwezigheid, dni nieobecnosci,
              final result, num of prev attempts, previous attempts, average grade,
              average score, avg score, avg grade, overall grade, grade average, class average,
              marks obtained, total marks, percentage marks, english marks, maths marks,
              hours late, tardies, tardiness, referrals, discipline referrals, hit target,
              targets met, sales target achieved, performance review, manager rating,
              peer rating, potential rating, nine box, charged, charges filed, plea, verdict,
              conviction type, sentence length, sentence months, sentence years, bail,
              bail amount, custody, risk score, risk level, recidivism risk, num priors,
              prior arrests, arrest type, offender type, crime type, offence type, offense type,
              straftat, delikt, urteil, strafmass, delito, condena, infraction, condamnation,
              peine, reato, condanna, delict, vonnis, crime, pena, przestepstwo, wyrok,
              account balance eur, current account, savings balance, debt amount,
              total liabilities, liabilities, total assets, financial situation,
              financial status, creditor, creditors, days in arrears, months in arrears,
              missed payments, overdraft used, credit bureau score, bureau score, scoring,
              score de risque, encours, decouvert, impaye, impayes, rating interno, sofferenza,
              esposizione, score serasa, serasa, spc, negativado, nome sujo, bik,
              ocena kredytowa, restschuld, ratenruckstand, mahnstufe, inkasso, zahlungsmoral,
              klassenarbeit, zeugnis, versetzt, fehlstunden, verspatungen, promedio,
              promedio general, calificacion final, suspensos, aprobado, expulsado, expulsiones,
              moyenne, moyenne annuelle, mention, appreciation, redouble, bocciato, promosso,
              giudizio, condotta, cijferlijst, blijven zitten, geslaagd, rapport, aprovado,
              reprovado, faltas injustificadas, frequencia escolar, srednia, frekwencja,
              zachowanie,
              bolsa familia, burgergeld, hartz iv, grundsicherung, sozialhilfe, universal credit,
              housing benefit, welfare recipient, free school meals, fsm, pupil premium,
              penalty points, points on licence, licence points, violations, traffic violations,
              speeding violations, duis, dui, past accidents, num accidents, at fault accidents
              """)
              .mentioned(
                  """
              credit score, credit history, credit limit, credit amount, loan, debt, delinquent,
              default, mortgage, balance, savings, bill amt, pay amt, overdue, gpa, grade, marks,
              exam, test score, perf score, performance, absences, convictions, recidivism, recid,
              disciplinary, discipline, termination reason, term reason, failures,
              kreditwurdigkeit, schulden, noten, prestamo, deuda, calificacion, dette, prestito,
              lening, emprestimo, kredyt, zadluzenie, romantic, bankruptcy, financial loan,
              days late, savings, perc, felony, misdemeanor, credit,
              absence, absent, absenteeism, cred hist, prior arrests, verdict, fehlstunden,
              debts
              """)
              .hinted(
                  """
              score, rating, percentage, result, points, amount owed, pay, bill, attendance,
              evaluation
              """)
              .unless(
                  """
              date, satisfaction, engagement, seller, product, movie, imdb, review count, officer,
              hotel, temperature, humidity, fuel, engine, serror, star, safety, host, delivery,
              restaurant, steel, education level, card number, load, work life, environment,
              customer satisfaction, card no, num, grade level, wine, diamond, apgar, pain, drive,
              system, server, machine, health, water, gpu, cpu, benchmark, player, match, goals,
              spending, parental, team, school year, economy, happiness, global, sentiment, air,
              battery
              """)
              .evenOfThings()
              .fact("Its values are dates.", -6, ColumnView::dated)
              .fact("Its values are long text.", -5, column -> column.meanLength() > 60));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
