package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/** Married or not. */
@AutoService(Detector.class)
public final class MaritalStatusDetector implements Detector {

  private static final Set<String> STATES =
      Words.set(
          """
          married single divorced widow separated spouse cohabit unmarried ledig verheiratet geschieden
          verwitwet getrennt soltero casad divorciad viud celibataire marie divorce veuf veuve pacs
          concubinage celibe nubile coniugat divorziat vedov separat ongehuwd gehuwd gescheiden weduw
          samenwonend solteiro divorciado viuvo kawaler panna zonat mezat rozwied wdow singel gift
          ugift skild anka skilt fraskilt partnership engaged
          """);

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.MARITAL_STATUS)
              .called(
                  """
              marital status, marital, maritalstatus, marriage, married, is married, ever married,
              civil status, marital state, relationship status, partnership status, partner,
              has partner, marital desc, married id, marital status id, mar stat, widowed,
              divorced, spouse, has spouse, familienstand, verheiratet, zivilstand, personenstand,
              estado civil, casado, etat civil, situation familiale, situation matrimoniale,
              situation maritale, marie, stato civile, coniugato, burgerlijke staat, gehuwd,
              burgerlijke stand, stan cywilny, civilstand, civilstatus, sivilstatus, sivilstand,
              siviilisaaty, medeni durum, rodinny stav, years married, marital status desc,
              civil state
              """)
              .mentioned(
                  """
              marital, marital status, civil status, familienstand, estado civil, etat civil,
              stato civile, burgerlijke staat, stan cywilny, ever married
              """)
              .unless(
                  """
              date, channel, business, trading, name, employed, job, parents, income
              """)
              .values(
                  "are words for marital states",
                  5.5,
                  value ->
                      value.length() < 60 && STATES.stream().anyMatch(Header.fold(value)::contains))
              .fact("It has too many values.", -8, column -> column.profile().distinct() > 25));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
