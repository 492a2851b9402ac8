package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** What else tells people apart: household, home, work life, way to work, language, looks. */
@AutoService(Detector.class)
public final class CircumstancesDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.OTHER_QUASI)
              .called(
                  """
              relationship, relation, family relation, household position, household,
              household size, household members, household type, family size, famsize, fam size,
              family members, no of family members, number of family members, family status,
              family type, children, kids, num children, number of children, no of children,
              children count, has children, kidhome, teenhome, dependents, dependants,
              num dependents, number of dependents, no of dependents, siblings,
              number of siblings, sib sp, sibsp, parch, parents children, parents, people liable,
              num people, persons in household, pstatus, parents status, parental status,
              guardian, relationship to head, next of kin relation, position in household,
              living arrangement, living with, cohabitation, home ownership, own home, owns home,
              own house, homeowner, home owner, house ownership, housing type, housing status,
              housing situation, residence status, rent or own, accommodation, accommodation type,
              house type, flag own car, flag own realty, car ownership, owns car, own car,
              has car, vehicle ownership, vehicle occupancy, number of cars, num cars, cars owned,
              years at residence, years at current address, residence since,
              years in current home, residence length, time at address, present residence,
              property, telephone owned, mobility, mobility status, moved, urban rural flag,
              years at company, years in company, years of service, length of service, seniority,
              company tenure, years with curr manager, years in current role,
              years since last promotion, num companies worked, work experience, experience,
              experience years, years of experience, years experience, total working years,
              total experience, exp, relevent experience, relevant experience,
              professional experience, years employed, employment length, emp length,
              days employed, employment duration, employment since, present employment since,
              years in job, current job years, current job yrs, current house yrs, last new job,
              hours per week, working hours, work hours, hours worked, weekly hours,
              hours worked per week, working time, full time, part time, full time part time, fte,
              employment status, employment state, emp status, emp status id, emp stat,
              work status, labor force status, labour force status, contract of employment, shift,
              work shift, shift work, over time, overtime, work location, office location, office,
              distance from home, distance to work, commute, commute time, commute distance,
              commuting, means of transport, means of transportation, travel time, traveltime,
              travel time to work, time to work, way to work, mode of transport, transport mode,
              time of arrival at work, time of departure for work, terminated, termd,
              attrition reason, placed, military, military service, veteran, veteran status,
              is veteran, army, language, languages, mother tongue, native language,
              first language, preferred language, language spoken, ability to speak english,
              english level, english proficiency, speaks english, second language, hair color,
              hair colour, eye color, eye colour, hair, eyes, handedness, dominant hand,
              shoe size, clothing size, t shirt size, build, skin color, tattoo,
              distinguishing marks, zodiac, star sign, social class, socioeconomic status, ses,
              class of travel, pclass, passenger class, cabin, seat, seat number, embarked,
              port of embarkation, boarding point, bunk, room number, room no, cell block, house,
              school, school id, school name, school type, class section, homeroom, section,
              section id, classroom, nursery, school attended, hobbies, hobby, interests, sports,
              favourite, pets, has pets, car model owned, car, vehicle, team, club, jersey number,
              insurance type, insurance provider, health insurance, private insurance, insurer,
              insurance purchased, insurance through employer, employment status of parents,
              number of adults, adults, babies, internet at home, lunch, free lunch,
              haushaltsgrosse, anzahl kinder, kinder, anzahl kinder im haushalt, wohnsituation,
              wohnverhaltnis, wohneigentum, betriebszugehorigkeit, wochenstunden, arbeitszeit,
              stundenzahl, berufserfahrung, sprache, muttersprache, schule, klasse, haushaltstyp,
              steuerklasse, kinderzahl, kinderfreibetrage, beschaftigungsgrad, vertragsart,
              numero de hijos, hijos, num hijos, tipo de vivienda, vivienda, antiguedad,
              horas semanales, experiencia, idioma, lengua materna, tamano del hogar,
              personas a cargo, tipo contrato, jornada, nombre d enfants, nb enfants, enfants,
              enfants a charge, logement, type de logement, proprietaire, anciennete,
              heures par semaine, temps de travail, langue, langue maternelle, taille du foyer,
              personnes a charge, type de contrat, numero figli, figli, figli a carico,
              abitazione, anzianita, anzianita di servizio, ore settimanali, esperienza, lingua,
              lingua madre, nucleo familiare, tipo contratto, aantal kinderen, kinderen,
              gezinssamenstelling, huishouden, woonsituatie, dienstjaren, uren per week,
              contracturen, werkervaring, taal, moedertaal, dienstverband, gezinsgrootte,
              numero de filhos, filhos, dependentes, moradia, tipo de moradia, tempo de servico,
              horas semanais, idioma nativo, agregado familiar, numero de dependentes,
              liczba dzieci, dzieci, staz pracy, doswiadczenie, jezyk, jezyk ojczysty,
              wymiar etatu, gospodarstwo domowe, antal barn, barn, hushall, sprak, modersmal,
              anstallningstid,
              imd, imd band, deprivation, deprivation index, deprivation decile, son, sons,
              daughters, kids home, teen home, toddlers, service time, time in service,
              length of employment, distance from residence to work, distance from home to work,
              distance to office, distance to school, transportation expense, transportation,
              transport, pet, number of pets, emp length, person emp length, employment years,
              years employed here, years at job, job tenure, years with company, yrs service,
              yrs since phd, years since phd, time at company, preferred foot, weak foot,
              blood relation, living with partner, number of dependants,
              household income members, marriage years, yrs married, years married, rent, renter,
              tenant status, lives alone, living alone, carer, caregiver, first generation,
              generation, birth order, native speaker, driving experience, years licensed,
              driver experience, license years, has license, driving license, licence type,
              wohnt allein, verkehrsmittel, arbeitsweg, entfernung wohnort, tiempo de viaje,
              medio de transporte, temps de trajet, moyen de transport, mezzo di trasporto,
              reistijd, vervoermiddel, meio de transporte,
              childs, num childs, hompop, hhsize, hh size, sibs, num siblings
              """)
              .mentioned(
                  """
              household size, family size, number of children, children, dependents, dependants,
              home ownership, years at company, years of experience, employment status,
              employment length, hours per week, working hours, commute, transportation,
              travel time, military, veteran, mother tongue, language, eye color, hair color,
              mobility, insurance, nursery, residence, relationship, siblings, guardian,
              employment duration, work experience, haushaltsgrosse, anzahl kinder, wochenstunden,
              muttersprache, enfants, hijos, figli, kinderen, filhos, dzieci, overtime,
              residence to work, home to work, distance from home, distance to work,
              distance from work, emp length, employment length, years employed, living alone,
              native speaker
              """)
              .hinted(
                  """
              family, home, living, tenure, travel, class, school
              """)
              .unless(
                  """
              income, satisfaction, score, price, loan, fee, charges, cost, education, expenses,
              rating, relations, famrel, difficulty, quality, job, name, date, budget,
              programming, code, rate, benefit, premium, claim, claims, amount, mortgage,
              type of loan, total, internet, streaming, phone, data, usage, month to month
              """)
              .evenOfThings()
              .values("are words for homes", 3, CircumstancesDetector::home)
              .fact(
                  "Nearly every row has its own.",
                  -4,
                  column -> column.distinctShare() > 0.9 && column.profile().count() > 30),
          Clues.of(PiiType.OTHER_QUASI)
              .called(
                  """
              address, home, housing
              """)
              .evenOfThings()
              .values("are words for homes", 3, CircumstancesDetector::home)
              .must("are short codes", value -> value.length() <= 9)
              .fact(
                  "It has too many values for a kind of home.",
                  -9,
                  column -> column.profile().distinct() > 5 || column.profile().count() < 20)
              .fact(
                  "It says yes or no.",
                  -9,
                  column ->
                      column.share(Shapes.like("(?i)yes|no|y|n|0|1|true|false|unknown")) > 0.6));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean home(String value) {
    return value.matches(
        "(?i)(own|rent|free|mortgage|rented|owned|live with.*|with parents|own[ _]house)");
  }
}
