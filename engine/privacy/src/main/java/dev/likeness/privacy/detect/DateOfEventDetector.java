package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** When something happened to a person: hired, admitted, subscribed. */
@AutoService(Detector.class)
public final class DateOfEventDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DATE_OF_EVENT)
              .called(
                  """
              hire date, date of hire, join date, joining date, date joined, start date, end date,
              entry date, exit date, termination date, leave date, signup date, sign up date,
              registration date, registered, registration, subscription date, subscribed,
              admission date, date of admission, discharge date, visit date, appointment date,
              appointment, death date, date of death, deathdate, died, check in, check out,
              checkin date, checkout date, checkin, checkout, enrolment date, enrollment date,
              graduation date, last login, last seen, last visit, last purchase, order date,
              purchase date, created at, created, created on, created date, updated at, opened,
              open date, application date, date of loss, incident date, event date, date,
              timestamp, datetime, month, day, hire year, year of hire, graduation year,
              admission year, expiry date, expiration date, valid until, member since,
              customer since, valid from, wedding date, marriage date, review date,
              last performance review, exam date, diagnosis date, date of diagnosis,
              vaccination date, issue date, arrival date, departure date, eintrittsdatum,
              eintritt, austrittsdatum, austritt, aufnahmedatum, entlassdatum, kunde seit,
              mitglied seit, datum, anmeldedatum, registrierungsdatum, bestelldatum,
              einstellungsdatum, fecha de ingreso, fecha ingreso, fecha de alta, fecha alta,
              fecha de baja, fecha baja, fecha, fecha de registro, fecha de contratacion,
              date d embauche, date embauche, date d entree, date entree, date de sortie,
              date d inscription, date inscription, date creation, client depuis, date admission,
              data assunzione, data di assunzione, data iscrizione, data ricovero, data ingresso,
              data dimissione, data, datum in dienst, in dienst, uit dienst, inschrijfdatum,
              lid sinds, lid vanaf, klant sinds, opnamedatum, data de admissao, data admissao,
              data de inscricao, data de registo, data cadastro, data zatrudnienia,
              data przyjecia, data rejestracji, data wypisu, anstallningsdatum, ansettelsesdato,
              medlem sedan, jaar van inschrijving, day of month, month of year, year, dt
              """)
              .mentioned(
                  """
              hire date, date of hire, hired, admission, discharge, registration date, joined,
              enrolled, termination date, date of termination, subscription date, death date,
              review date, checkin, checkout, date, datum, fecha, timestamp, since, seit, sinds
              """)
              .unless(
                  """
              birth, naissance, nacimiento, geburt, geboorte, nascita, nascimento, urodzenia,
              type, count, number, days, reason, source, status, channel, method, fee, rate,
              contract, income, balance
              """)
              .fact("Its values are dates or times of day.", 2.5, column -> column.dated())
              .must(
                  "hold a number or the name of a month or day",
                  Shapes.like(
                      ".*\\d.*|(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|mar|mai|okt|dez|ene|abr|ago|dic)\\p{L}*\\.?"))
              .fact(
                  "Its values are numbers that are no dates.",
                  -5,
                  column ->
                      column.numeric()
                          && !column.dated()
                          && !(column.within(1, 31) > 0.99
                              || column.within(1900, 2100) > 0.99
                              || column.within(19000101, 21001231) > 0.99)),
          Clues.of(PiiType.DATE_OF_EVENT).whole("Its values are dates.", 5, ColumnView::dated));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
