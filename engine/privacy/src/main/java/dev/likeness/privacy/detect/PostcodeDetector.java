package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Postal codes. */
@AutoService(Detector.class)
public final class PostcodeDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.POSTCODE)
              .called(
                  """
              zip, zipcode, zip code, postcode, postal code, postal, post code, pincode, pin code,
              eircode, plz, postleitzahl, codigo postal, cp, code postal, cap, codice postale,
              codice avviamento postale, postcodecijfers, cep, kod pocztowy, postnummer, postnr,
              postinumero, psc, iranyitoszam, zip 4, zip 5,
              cod postal, cod post, kod poczt, postcd, pcode, post cd, postal cd, c p, cpostal,
              kod, 郵便番号, 邮编, 邮政编码, 우편번호, индекс, почтовый индекс
              """)
              .mentioned(
                  """
              zip, zip code, zipcode, postcode, postal code, pincode, postleitzahl, codigo postal,
              code postal, kod pocztowy, postnummer
              """)
              .unless(
                  """
              file, count, archive
              """)
              .values(
                  "are postal codes of one country",
                  5.5,
                  Shapes.like(
                      "(?i)[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3}|\\d{5}-\\d{3,4}|\\d{4}-\\d{3}"))
              .must(
                  "have the length of postal codes",
                  value ->
                      value.matches("(?i)[A-Z\\d][A-Z\\d -]{2,9}(\\.0)?")
                          && value.matches(".*\\d.*")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
