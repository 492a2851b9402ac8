package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Numbers that states give to people, country by country. */
@AutoService(Detector.class)
public final class NationalIdDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.NATIONAL_ID)
              .called(
                  """
              national id, national identification number, national identity number,
              national insurance number, identity number, id number, identity card, id card,
              id card number, nic, nino, ni number, nhs number, nhs no, ssn,
              social security number, social security, social security no,
              social insurance number, soc sec id, socsec, ss number, sin, ppsn, pps number,
              citizen id, civil id, resident id, emirates id, voter id, voter id number,
              government id, personal number, personal identification number,
              sozialversicherungsnummer, svnr, sv nummer, rentenversicherungsnummer, ahv nummer,
              ahv nr, ausweisnummer, personalausweisnummer, personalausweis,
              documento de identidad, documento nacional de identidad, numero de seguridad social,
              numero seguridad social, seguridad social, cedula, cedula de identidad,
              numero documento, numero de documento, curp, dni, nie, nif, dni nie, cip,
              tarjeta sanitaria, numero de securite sociale, n securite sociale, securite sociale,
              num secu, numero secu, n secu, no secu, nir, insee, numero nir,
              carte nationale d identite, cni, codice fiscale, cf, codfisc, carta d identita,
              burgerservicenummer, bsn, sofinummer, identiteitskaart, rijksregisternummer,
              numero nacional, registo civil, rg, cpf, cpf cnpj, cartao de cidadao,
              bilhete de identidade, cc numero, numero de utente, niss, pesel, numer pesel,
              dowod osobisty, nr dowodu, seria i numer dowodu, personnummer, personnr,
              samordningsnummer, fodselsnummer, cpr, cpr nummer, cpr nr, henkilotunnus, hetu,
              rodne cislo, oib, cnp, egn, tckn, aadhaar, aadhar, aadhaar number, aadhar no,
              aadhaar no, uidai, nric, hkid, my number, medicare number, medicare no,
              num documento, numero documento, numero de documento, nro documento, num doc,
              documento identidad, documento de identidad, ausweisnummer, personalausweisnummer,
              numero document identite, 身份证号, 身份证, マイナンバー, 주민등록번호
              """)
              .mentioned(
                  """
              national id, social security number, ssn, soc sec, aadhaar, aadhar, pesel, bsn,
              burgerservicenummer, personnummer, codice fiscale, sozialversicherungsnummer,
              securite sociale, national insurance number, cpf, curp, dni, nino, nhs number,
              voter id, identity card
              """)
              .unless(
                  """
              type, status, verified, hash, expiry, income, benefit, benefits, payment, receives
              """)
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
