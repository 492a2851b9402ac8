package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Jobs, positions, departments, kinds of work. */
@AutoService(Detector.class)
public final class OccupationDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.OCCUPATION)
              .called(
                  """
              occupation, job, job title, jobtitle, profession, position, role, job role,
              designation, work class, workclass, work type, employment type, employment,
              job type, job category, job level, job code, job family, occupation type,
              department, dept, division name, business unit, team name, function, title,
              contact title, sector of work, industry, trade, career, career level, rank,
              grade of employee, self employed, is self employed, employed,
              employment status type, mother job, father job, mjob, fjob, business travel,
              position id, dept id, working sector, org unit, cost center, cost centre,
              company department, seniority level, staff type, emp title, class of worker, beruf,
              berufsbezeichnung, tatigkeit, stelle, stellenbezeichnung, position bezeichnung,
              abteilung, funktion, jobtitel, branche, kostenstelle, berufsgruppe,
              arbeitsverhaltnis, profesion, ocupacion, puesto, puesto de trabajo, cargo,
              departamento, trabajo, oficio, categoria profesional, situacion laboral, metier,
              emploi, poste, fonction, departement, service, categorie socioprofessionnelle, csp,
              pcs, catégorie professionnelle, professione, occupazione, lavoro, mansione, ruolo,
              qualifica, reparto, posizione lavorativa, beroep, functie, functietitel, afdeling,
              werk, profissao, ocupacao, cargo ocupado, emprego, funcao, setor, zawod, stanowisko,
              dzial, praca, yrke, befattning, avdelning, stilling, stillingsbetegnelse, avdeling,
              ammatti, povolani, meslek,
              specialism, professional title, job description, work role, current role,
              current job, occupation group, soc name, soc code, isco, employment sector, sector,
              employment situation, working status, work situation, job field, field of work,
              current occupation, mothers job, fathers job, parent occupation, mother occupation,
              father occupation, husband occupation, tatigkeitsbereich, arbeitsbereich,
              dienstgrad, dienststelle, puesto actual, area de trabajo, situacion profesional,
              sector profesional, intitule poste, intitule du poste, categorie professionnelle,
              statut professionnel, secteur activite, settore, inquadramento,
              livello contrattuale, impiego, vakgebied, werkzaam als, area profissional,
              situacao profissional, branza, sektor,
              wrkstat, wrk stat, work stat
              """)
              .mentioned(
                  """
              occupation, job title, profession, job role, employment type, beruf, profesion,
              ocupacion, professione, beroep, profissao, zawod, stanowisko, position title,
              workclass, work class, abteilung, department
              """)
              .hinted(
                  """
              job, position, role, title, department, function, position id
              """)
              .unless(
                  """
              satisfaction, involvement, start, date, lat, latitude, longitude, gps, courtesy,
              movie, film, book, song, product, name, hours, income, salary, stock, trading,
              price, gene, history, years, experience, description, duration, sales, size, budget,
              post, article, loss, stability, change, last, offer, placed, satisfied, scoring
              """)
              .values("are names of jobs", 3, OccupationDetector::job)
              .fact(
                  "It may be the title of a work.",
                  -5,
                  column ->
                      column.header().words().equals(List.of("title"))
                          && column.share(OccupationDetector::job) < 0.1)
              .fact("Its values are numbers with fractions.", -6, ColumnView::fractional)
              .fact(
                  "It has numbers only, and many.",
                  -5,
                  column -> column.numeric() && column.profile().distinct() > 60));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean job(String value) {
    return value.matches(
        "(?iU).*(\\b(manager|engineer|assistant|analyst|director|president|officer|developer|technician|nurse|teacher|professor|accountant|consultant|administrator|specialist|coordinator|supervisor|clerk|designer|sales|operator|editor|therapist|representative|owner|lawyer|driver|worker|executive|agent|chef|student|retired|unemployed|self-employed|services|management|admin)\\b|leiter|ingenieur|techniker|verkaufer).*");
  }
}
