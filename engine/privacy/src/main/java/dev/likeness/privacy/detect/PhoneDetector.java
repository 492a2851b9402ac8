package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;

/** Numbers to call, as libphonenumber knows them. */
@AutoService(Detector.class)
public final class PhoneDetector implements Detector {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final List<String> REGIONS =
      List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "PT", "PL", "IN", "BR", "AU", "SE", "MX");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.PHONE)
              .called(
                  """
              phone, telephone, tel, phone number, phone no, phonenumber, telephone number,
              mobile, mobile number, mobile phone, mobile no, cell, cell phone, cellphone,
              home phone, work phone, contact number, contact no, fax, fax number, landline,
              whatsapp, extension, phone extension, telefon, telefonnummer, handy, handynummer,
              mobil, mobilnummer, mobiltelefon, rufnummer, telefono, telefono movil, movil,
              celular, numero de telefono, tel movil, telephone portable, portable,
              numero de telephone, gsm, cellulare, numero di telefono, recapito, telefoonnummer,
              telefoon, mobiel, mobiele nummer, telefone, telemovel, numer telefonu,
              telefon komorkowy, komorka, puhelin, puhelinnumero, telefonnr, mobilnr, msisdn,
              phone home, phone work, phone mobile,
              alt contact no, alt contact, alternate contact, alternate number, alternate phone,
              alt phone, emergency contact number, emergency contact phone, contact phone,
              nok phone, telefoonnr, telnr, tel nr, tlf, tfno, fone, fone contato,
              telefone contato, tel domicile, tel bureau, 電話番号, 電話, 携帯電話, 电话, 手机, 手机号, 联系电话,
              전화번호, 휴대폰, телефон, мобильный
              """)
              .mentioned(
                  """
              phone, telephone, phone number, mobile number, mobile phone, cell phone, telefon,
              telefono, telefoonnummer, telefone, telefonnummer, handynummer, msisdn, fax
              """)
              .hinted(
                  """
              mobile, cell, tel, contact number, landline
              """)
              .unless(
                  """
              model, os, color, brand, plan, price, type, lines, multiple, screen, battery, app,
              home owner, operator, carrier, hours, calls, minutes
              """)
              .values(
                  "are written like phone numbers and valid in some country",
                  5,
                  PhoneDetector::written)
              .must(
                  "are numbers that could be called",
                  value ->
                      value.matches("(?i)[-+()./ \\d#x*:;ext,]{3,40}")
                          && count(value) >= 3
                          && count(value) <= 20)
              .fact(
                  "Its values are numbers with fractions, or dates.",
                  -9,
                  column -> column.fractional() || column.dated())
              .fact(
                  "It has hardly any different values.",
                  -4,
                  column -> column.profile().count() > 50 && column.distinctShare() < 0.02));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static long count(String value) {
    return value.chars().filter(Character::isDigit).count();
  }

  /** Grouped or with a country code, and a number that some country could have given. */
  private static boolean written(String value) {
    boolean grouped =
        value.matches(
            "\\+?\\(?\\+?\\d{1,5}\\)?([ ./()-]{1,2}\\d{1,7}){1,6}\\)?( ?(x|ext\\.?|#) ?\\d+)?");
    boolean plus = value.matches("(\\+|00)\\d{8,14}") || value.matches("0[1-9]\\d{8,9}");
    boolean date = value.matches("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}.*");
    long digits = count(value);
    if (!grouped && !plus || date || digits < 7 || digits > 18 || value.matches("\\d+\\.\\d+")) {
      return false;
    }
    return REGIONS.stream().anyMatch(region -> possible(value, region));
  }

  private static boolean possible(String value, String region) {
    try {
      return PHONES.isPossibleNumber(PHONES.parse(value, region));
    } catch (NumberParseException notANumber) {
      return false;
    }
  }
}
