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
              .words("marital_status")
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
