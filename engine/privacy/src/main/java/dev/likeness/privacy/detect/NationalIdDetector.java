package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Numbers that states give to people, country by country. */
@AutoService(Detector.class)
public final class NationalIdDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.NATIONAL_ID)
              .words("national_id")
              .must(
                  "have the form of such numbers", Shapes.like("(?i)(?=.*\\d)[A-Z0-9 ./*_-]{5,24}"))
              .fact(
                  "Its values repeat a lot.",
                  -6,
                  column -> column.distinctShare() < 0.1 && column.profile().count() > 50)
              .values("pass the check of a national number", 2, NationalIdDetector::any),
          Clues.of(PiiType.NATIONAL_ID)
              .values("have the form of US social security numbers", 6.5, Numbers::ssn),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are UK National Insurance numbers", 7.5, Numbers::nino),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are NHS numbers with a right check digit", 5, Numbers::nhs),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Aadhaar numbers with a right check digit", 6, Numbers::aadhaar),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are German pension insurance numbers", 7, Numbers::rvnr),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are DNI or NIE with the right letter", 7.5, Numbers::dni),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are French NIR with the right key", 7.5, Numbers::nir),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are codici fiscali with the right check letter", 8, Numbers::codiceFiscale),
          Clues.of(PiiType.NATIONAL_ID).values("pass the eleven test of the BSN", 5, Numbers::bsn),
          Clues.of(PiiType.NATIONAL_ID)
              .values(
                  "are Swedish personal numbers with a right check digit",
                  6,
                  Numbers::personnummer),
          Clues.of(PiiType.NATIONAL_ID)
              .values(
                  "are Norwegian birth numbers with right check digits", 7, Numbers::fodselsnummer),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Finnish identity codes with the right check mark", 7.5, Numbers::hetu),
          Clues.of(PiiType.NATIONAL_ID)
              .values("have the form of Danish CPR numbers", 5.5, Numbers::cpr),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are PESEL numbers with a right check digit", 6, Numbers::pesel),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are AHV numbers with a right check digit", 8, Numbers::ahv),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Austrian insurance numbers with a right check digit", 6, Numbers::svnr),
          Clues.of(PiiType.NATIONAL_ID)
              .values(
                  "are Belgian register numbers with a right check number",
                  6.5,
                  Numbers::rijksregister),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are CPF numbers with right check digits", 7, Numbers::cpf),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Canadian insurance numbers with a right check digit", 5, Numbers::sin),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Medicare numbers with a right check digit", 5, Numbers::medicare),
          Clues.of(PiiType.NATIONAL_ID).values("have the form of a CURP", 8, Numbers::curp),
          Clues.of(PiiType.NATIONAL_ID)
              .values(
                  "are Chinese identity numbers with a right check digit", 8, Numbers::resident),
          Clues.of(PiiType.NATIONAL_ID)
              .values(
                  "are South African identity numbers with a right check digit",
                  6,
                  Numbers::southAfrican),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Turkish identity numbers with right check digits", 7, Numbers::tckn),
          Clues.of(PiiType.NATIONAL_ID)
              .values("have the form of Singapore identity numbers", 6, Numbers::nric),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Irish PPS numbers with the right letter", 6.5, Numbers::pps),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Czech or Slovak birth numbers", 6.5, Numbers::rodneCislo),
          Clues.of(PiiType.NATIONAL_ID)
              .values("are Romanian CNP with a right check digit", 6, Numbers::cnp));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean any(String value) {
    return Numbers.ssn(value)
        || Numbers.nino(value)
        || Numbers.nhs(value)
        || Numbers.aadhaar(value)
        || Numbers.dni(value)
        || Numbers.nir(value)
        || Numbers.codiceFiscale(value)
        || Numbers.bsn(value)
        || Numbers.personnummer(value)
        || Numbers.pesel(value)
        || Numbers.cpf(value)
        || Numbers.sin(value);
  }
}
