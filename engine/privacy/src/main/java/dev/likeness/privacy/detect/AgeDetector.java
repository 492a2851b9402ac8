package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Ages in years, or bands of ages. */
@AutoService(Detector.class)
public final class AgeDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.AGE)
              .called(
                  """
              age, age years, age in years, years of age, age group, age band, age range,
              age bracket, age category, age at admission, age at diagnosis, age at enrollment,
              age at enrolment, age at hire, age at onset, age at interview, current age,
              agegroup, ageband, alter, altersgruppe, lebensalter, alter in jahren, altersklasse,
              edad, grupo de edad, rango de edad, tramo de edad, age ans, tranche d age,
              tranche age, groupe d age, eta, fascia di eta, fascia eta, leeftijd, leeftijdsgroep,
              leeftijdscategorie, idade, faixa etaria, grupo etario, wiek, grupa wiekowa, alder,
              aldersgrupp, ika, vek, kor, yas, senior citizen, is senior, seniorcitizen, age days,
              minor, is adult, adult, generation,
              年齢, 年龄, 나이, возраст
              """)
              .mentioned(
                  """
              age group, age band, age range, age years, age at, altersgruppe, leeftijd, edad,
              faixa etaria, fascia di eta, tranche d age
              """)
              .unless(
                  """
              account, car, policy, coverage, stone, web, loan, debt, employment, first, credit,
              line, membership, dependents, block, company, oldest, newest
              """)
              .must(
                  "are ages or bands of ages",
                  Shapes.like(
                      "(?i).*\\d.*|young|old|adult|child|teen|senior|middle.*|elderly|minor|yes|no|true|false|y|n"))
              .fact(
                  "Its numbers are those of ages.",
                  1.5,
                  column ->
                      column.numeric() && column.within(0, 115) > 0.995 && column.median() >= 5)
              .fact(
                  "Its numbers are no ages.",
                  -7,
                  column ->
                      column.numeric()
                          && column.within(0, 120) < 0.95
                          && column.within(3000, 45000) < 0.95
                          && !column.dated()));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
