package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** The number of a person: named so, or the key of a table of people. */
@AutoService(Detector.class)
public final class RecordIdDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.RECORD_ID)
              .called(
                  """
              id, uid, guid, uuid, record id, rec id, record number, person id, personid, user id,
              userid, customer id, custid, cust id, cust no, customer number, customer no,
              customerid, client id, client number, client no, member id, member no,
              membership id, employee id, employee number, employee no, emp id, emp no, empid,
              empno, staff id, staff number, worker id, student id, student number, student no,
              sid, roll no, roll number, registration no, registration number, enrollment number,
              enrolment number, matriculation number, admission number, applicant id,
              application id, application number, application no, candidate id, respondent id,
              respondentid, participant id, participant number, subject id, subjid, study id,
              passenger id, passengerid, survey id, response id, case id, case number, case no,
              donor id, account holder id, borrower id, loan id, guest id, user uuid, external id,
              crm id, reports to, manager id, managerid, supervisor id, doctor id, physician id,
              provider id of patient, reference number, reference no, badge number, badge id,
              ticket, ticket number, ticket no, personnel number, payroll number, payroll id,
              driver id, voter number, player id, policyholder id, insured id, household id,
              family id, seqn, serialno, caseid, idnum, kundennummer, kunden nr, kundennr, kd nr,
              kdnr, personalnummer, personal nr, personalnr, pers nr, persnr, pnr,
              mitarbeiternummer, mitarbeiter id, mitarbeiter nr, matrikelnummer, matrikel nr,
              mitgliedsnummer, mitglied nr, mitgliedsnr, kunden id, versicherungsnummer,
              vertragsnummer, aktenzeichen, numero de cliente, num cliente, id cliente,
              codigo cliente, cod cliente, numero de empleado, id empleado, codigo empleado,
              legajo, numero de socio, matricula alumno, expediente, numero de expediente,
              id persona, id paciente, id usuario, id alumno, numero client, num client,
              no client, n client, id client, code client, identifiant client, matricule,
              numero matricule, numero adherent, no adherent, id salarie, id employe,
              numero etudiant, id etudiant, id patient, identifiant, matricola, numero matricola,
              id dipendente, codice cliente, id paziente, id studente, numero tessera, tessera,
              codice dipendente, klantnummer, klant nr, klantnr, klant id, personeelsnummer,
              personeelsnr, medewerkernummer, medewerker id, lidnummer, lidmaatschapsnummer,
              relatienummer, studentnummer, leerlingnummer, patient nr, id do cliente,
              codigo do cliente, numero de aluno, numero mecanografico, id utente, id funcionario,
              numero de socio pt, matricula, numer klienta, nr klienta, id klienta,
              numer pracownika, nr pracownika, id pracownika, nr albumu, numer albumu, nr indeksu,
              numer czlonkowski, id pacjenta, kundnummer, anstallningsnummer, medlemsnummer,
              ansattnummer, medarbejdernummer, asiakasnumero,
              usubjid, subjid, registro academico, ra aluno, nr ewid, nr ewidencyjny, keeper id
              """)
              .mentioned(
                  """
              customer id, user id, employee id, emp id, student id, member id, person id,
              patient id, respondent id, participant id, passenger id, subject id, applicant id,
              client id, customer number, employee number, kundennummer, personalnummer,
              matrikelnummer, mitgliedsnummer, lidnummer, klantnummer, nr pracownika, uuid,
              manager id, case number, reports to, ticket number
              """)
              .hinted(
                  """
              id, identifier, key, number, no, nr, code, num, record, ref, reference, rec
              """)
              .unless(
                  """
              product, hotel, order, item, store, movie, department, dept, position, city,
              country, state, region, status, course, class, school, branch, plan, category, job,
              agent, campaign, segment, warehouse, invoice, transaction, postal, zip, area, house,
              street, phone, room, flight, row, page, company, pets, children, days, of, times,
              hours, visits, months, products, gender, sex, race, marital, married, perf,
              education, type, event, device, machine, sensor, supplier, shipment, line, index,
              experiment, model, version, work, diversity, rooms, fair, shift, grade, vehicle,
              bank, currency, language, code, license, bib, table, seat, session, term, level
              """)
              .values("are UUIDs", 3, Shapes.like("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
              .must("are codes", Shapes.like("[^@\\s]{1,64}|[\\w ./#-]{1,30}"))
              .fact(
                  "It is the key of the rows.",
                  2.5,
                  column ->
                      column.distinctShare() > 0.95 && !column.fractional() && !column.dated())
              .fact(
                  "Its values repeat a lot.",
                  -3.5,
                  column ->
                      column.distinctShare() < 0.05
                          && column.profile().count() > 100
                          && !column.header().hasAny(Words.PERSONS))
              .fact(
                  "It has hardly any different values.",
                  -4,
                  column -> column.profile().distinct() < 4 && column.profile().count() > 20)
              .fact(
                  "Its values are numbers with fractions, or dates.",
                  -9,
                  column -> column.fractional() || column.dated()));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
