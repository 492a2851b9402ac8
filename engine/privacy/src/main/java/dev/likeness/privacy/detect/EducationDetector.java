package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Schooling, degrees, fields of study. */
@AutoService(Detector.class)
public final class EducationDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.EDUCATION)
              .called(
                  """
              education, education level, educational level, education num, highest education,
              level of education, degree, degree type, qualification, qualifications, schooling,
              years of education, education years, edu, edu level, highest qualification,
              educational attainment, academic level, academic degree, major, minor,
              course, study, year study, field of study, education field, field, study program, programme of study,
              course of study, program, specialization, specialisation, stream, grade level,
              year of study, class year, semester, school, university, college, alma mater,
              faculty, highest degree, parental level of education, mother education,
              father education, parents education, literacy, medu, fedu, stage, grade id,
              study year, undergrad major, undergrad degree, education id, bildung,
              bildungsabschluss, schulabschluss, abschluss, hochster abschluss, ausbildung,
              studiengang, studienfach, fakultat, universitat, schulart, semesterzahl, educacion,
              nivel educativo, nivel de estudios, nivel estudios, estudios, escolaridad,
              titulacion, carrera, facultad, universidad, formation, niveau d etudes,
              niveau etudes, niveau d education, diplome, etudes, filiere, universite, istruzione,
              titolo di studio, livello di istruzione, corso di laurea, corso, laurea, facolta,
              universita, anno di corso, opleiding, opleidingsniveau, studie, studierichting,
              hoogste opleiding, educacao, escolaridade, grau de instrucao, habilitacoes,
              habilitacoes literarias, nivel de escolaridade, curso, faculdade, wyksztalcenie,
              poziom wyksztalcenia, kierunek, kierunek studiow, uczelnia, wydzial, utbildning,
              utdanning, uddannelse, koulutus, vzdelani, egitim,
              ed level, edlevel, education degree, education background, schooling years,
              years in school, grade in school, school grade, school year, study level,
              degree level, degree name, graduation, is graduate, graduate, graduated, undergrad,
              postgraduate, parent education, mother edu, father edu, mothers education,
              fathers education, mother qualification, father qualification, estudios madre,
              estudios padre, nivel de formacion, grado academico, anne etudes, annee d etudes,
              annee etude, niveau scolaire, niveau de diplome, diplome obtenu, classe scolaire,
              schulbildung, hochschule, klassenstufe, jahrgangsstufe, jahrgang, fach,
              grado de instruccion, titulo academico, titulo de estudio, grado di istruzione,
              scuola, classe frequentata, schoolniveau, leerjaar, diploma, ano escolar,
              serie escolar, formacao, rok studiow, stopien studiow, klasa, major subject,
              subject major, rank in school,
              educ, educ yrs, yrs educ, years educ, years of educ, serie ano, ano serie, serie
              """)
              .mentioned(
                  """
              education, degree, qualification, spec, university, college, field of study,
              bildungsabschluss, studiengang, escolaridad, escolaridade, nivel educativo, diplome,
              istruzione, titolo di studio, opleiding, wyksztalcenie, utbildning, schooling,
              college major
              """)
              .hinted(
                  """
              school, major, program, course, academic, edu
              """)
              .unless(
                  """
              perc, percentage, score, gpa, marks, mark, temperature, date, celsius, fahrenheit,
              loan, fee, cost, support, grade, result, name, duration, expenses, category, count,
              size, budget, sup, angle, rating, ranking, satisfaction, training, district, amount
              """)
              .values(
                  "are names of degrees or schools",
                  2.5,
                  Shapes.like(
                      "(?iU).*\\b(bachelor|master|ph\\.?d|doctorate|doctor|high school|college|university|some college|graduate|undergraduate|secondary|primary|diploma|hs-grad|elementary|associate|b\\.?sc|m\\.?sc|mba|b\\.?tech|12th|11th|10th|9th|abitur|hauptschule|realschule|licence|bac|grado|laurea|diploma|mbo|hbo|wo|vmbo|ensino|srednie|wyzsze|podstawowe)\\b.*"))
              .fact("It is the same in every row.", -4, column -> column.profile().distinct() < 2)
              .fact(
                  "Nearly every row has its own.",
                  -5,
                  column -> column.distinctShare() > 0.9 && column.profile().count() > 30));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
