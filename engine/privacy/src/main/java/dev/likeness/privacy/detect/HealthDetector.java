package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Diagnoses, measures of the body and blood, habits that harm it, disabilities, costs of care. */
@AutoService(Detector.class)
public final class HealthDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.HEALTH)
              .called(
                  """
              diagnosis, diagnoses, diagnosis code, icd, icd 9, icd 10, icd 10 code, icd code,
              disease, diseases, condition, conditions, medical condition, medical conditions,
              symptom, symptoms, complaint, chief complaint, comorbidity, comorbidities,
              treatment, therapy, procedure, surgery, medication, medications, drug, drugs,
              prescription, dose, dosage, allergy, allergies, vaccine, vaccinated,
              vaccination status, blood type, blood group, blood pressure, bp, bps, sbp, dbp,
              systolic, diastolic, systolic bp, diastolic bp, systolic blood pressure,
              diastolic blood pressure, sys bp, dia bp, ap hi, ap lo, heart rate, heartrate,
              pulse, resting heart rate, max heart rate, resting bp, cholesterol, chol, hdl, ldl,
              triglycerides, glucose, gluc, glucose level, avg glucose level, blood sugar,
              fasting blood sugar, fasting bs, fbs, insulin, hba 1 c, hba1c, hemoglobin,
              haemoglobin, hb, hgb, hematocrit, platelets, wbc, rbc, creatinine, serum creatinine,
              bilirubin, total bilirubin, direct bilirubin, albumin, alkaline phosphotase,
              alkaline phosphatase, alamine aminotransferase, aspartate aminotransferase, sgot,
              sgpt, ast, alt, alp, tsh, t 3, tt 4, crp, esr, sodium, serum sodium, potassium,
              urea, egfr, spo 2, oxygen saturation, respiratory rate, body temperature, bmi,
              body mass index, body mass, weight, weight kg, height, height cm, waist,
              waist circumference, hip circumference, body fat, skin thickness, skinthickness,
              diabetes pedigree function, pedigree, ecg, ekg, rest ecg, resting ecg, chest pain,
              chest pain type, exercise angina, exang, exercise induced angina, angina, oldpeak,
              st slope, st depression, thal, thalassemia, thalach, tumor, tumour, tumor size,
              tumor stage, cancer, stage of cancer, metastasis, biopsy, malignant, benign,
              lymph nodes, stroke, heart disease, heart attack, hypertension, diabetes, diabetic,
              asthma, copd, anaemia, anemia, high blood pressure, kidney disease, ckd, hepatitis,
              hiv, hiv status, covid, covid status, covid 19, depression, anxiety, mental health,
              mental illness, panic attack, phq 9, gad 7, suicidal, psychiatric, disability,
              disabled, disability status, handicap, is disabled, impairment, hearing difficulty,
              vision difficulty, cognitive difficulty, ambulatory difficulty,
              self care difficulty, independent living difficulty, pregnant, pregnancy,
              pregnancies, gave birth, births, miscarriage, menopause, contraception, smoker,
              smoking, smoking status, smokes, smoke, current smoker, cigarettes, cigs per day,
              tobacco, pack years, alcohol, alco, alcohol consumption, alcohol intake, drinking,
              drinks, dalc, walc, drug use, substance abuse, sleep hours, sleep duration,
              sleep quality, sleep disorder, stress level, physical activity,
              physical activity level, exercise, exercise hours, calories, diet, dietary habits,
              health, health status, general health, gen hlth, ment hlth, phys hlth, hlth,
              health condition, health score, patient status, hospitalized, hospitalised,
              hospitalization, icu, length of stay, los, readmitted, readmission,
              insulin level, medical history, family history, family history of mental illness,
              triage, discharge disposition, dead, deceased, mortality, survival, death,
              death event, cause of death, sick days, sick leave, sickness, medical costs,
              medical charges, charges, medical expenses, healthcare expenses,
              healthcare coverage, health care cost, hospital charges, treatment cost,
              claim amount medical, lab result, test result, test results, pain score, pain level,
              wheelchair, glasses, organ donor, genotype, gene, dna, fever, cough, severity,
              prognosis, heartbeat, steps, recovery, outcome, num lab procedures, num medications,
              num procedures, diag 1, diag 2, diag 3, adverse event, adverse events, arm,
              treatment arm, treatment group, trial arm, dosage mg, bone density, vo 2 max,
              ejection fraction, creatinine phosphokinase, iq, mmse, cognitive score, apgar,
              gestational age, birth weight, parity, gravida, diagnose, diagnosen, krankheit,
              krankheiten, erkrankung, vorerkrankung, vorerkrankungen, behandlung, therapie,
              medikament, medikamente, medikation, allergie, allergien, blutgruppe, blutdruck,
              puls, blutzucker, gewicht, grosse, korpergrosse, gewicht kg, groesse, raucher,
              rauchen, alkohol, behinderung, schwerbehinderung, grad der behinderung, gdb,
              schwerbehindert, krankheitstage, krankentage, gesundheit, gesundheitszustand,
              schwanger, impfstatus, pflegegrad, diagnostico, diagnosticos, enfermedad,
              enfermedades, patologia, tratamiento, medicacion, medicamento, alergia, alergias,
              grupo sanguineo, tension arterial, tension sistolica, tension diastolica,
              presion arterial, tension, glucosa, glucemia, peso, altura, estatura, talla,
              fumador, fumadora, tabaco, discapacidad, minusvalia, embarazada, baja medica,
              dias de baja, colesterol, sintomas, diagnostic, maladie, maladies, pathologie,
              traitement, medicament, allergies, groupe sanguin, tension arterielle, poids,
              taille, fumeur, tabac, alcool, handicap, situation de handicap, rqth, arret maladie,
              jours d arret, enceinte, sante, etat de sante, antecedents, mutuelle, diagnosi,
              malattia, patologie, trattamento, farmaci, farmaco, allergia, gruppo sanguigno,
              pressione arteriosa, pressione, altezza, fumatore, disabilita, invalidita,
              gravidanza, giorni malattia, diagnosecode, ziekte, aandoening, aandoeningen,
              behandeling, medicatie, medicijnen, medicijn, allergieen, bloedgroep, bloeddruk,
              lengte, lengte cm, gewicht in kg, roker, rookt, handicap of beperking, beperking,
              zwanger, ziekteverzuim, verzuimdagen, gezondheid, doenca, doencas, medicacao,
              tipo sanguineo, grupo sanguineo rh, pressao arterial, fumante, deficiencia,
              gravidez, gravida, saude, plano de saude, diagnoza, rozpoznanie, choroba, choroby,
              leczenie, leki, lek, alergie, grupa krwi, cisnienie, waga, wzrost, palacz,
              papierosy, niepelnosprawnosc, stopien niepelnosprawnosci, ciaza,
              zwolnienie lekarskie, diagnos, sjukdom, sykdom, sygdom, blodtryck, vikt, langd,
              rokare, sairaus,
              cannabis, marijuana, weed, cocaine, coke, crack, heroin, lsd, ecstasy, mdma,
              nicotine, amphet, amphetamine, amphetamines, ketamine, meth, benzos, vaping, vape,
              e cigarette, hookah, drinker, social drinker, social smoker, ever smoked,
              never smoked, illness, illnesses, injury, injuries, disorder, mental illness,
              signs of mental illness, impairment, hearing, vision, blind, deaf, chronic disease,
              reason for absence, reason for admission, reason for visit, admission type,
              admission type id, discharge type, discharge disposition id, discharge status,
              time in hospital, days in hospital, hospital days, number diagnoses,
              number inpatient, number outpatient, number emergency, max glu serum, a 1 cresult,
              hba 1 c result, a 1 c, diabetes med, diabetesmed, metformin, warfarin, statin,
              aspirin, chemo, chemotherapy, radiation, radiotherapy, irradiat, transplant,
              dialysis, intubated, ventilated, oxygen, o 2 sat, temp c, body temp, resp rate,
              map, bun, ph, lactate, troponin, ferritin, d dimer, inr, ptt, prothrombin, copper,
              tryglicerides, triglyceride, stage of disease, tumor grade, deg malig, node caps,
              inv nodes, menopause age, relapse, remission, recurrence, survival months,
              survival days, survival time, vital status, cause of injury, mental condition,
              mood, happiness score medical, burnout, fatigue, medical specialty, specialty,
              ward name, medical unit, weight lbs, weight lb, height in, height m, height ft, wt,
              ht, wt kg, ht cm, bsa, arm circumference, cholesterol level, systolic bp mmhg,
              blood glucose, calorie intake, fitness level, menstrual cycle, cycle length, ivf,
              fertility, sperm count, donor type, organ, allergic to, side effects, reaction,
              reactions, vaccine type, vaccine dose, date of vaccination status, test type,
              test outcome, pcr result, positive, severity score, gcs, apache, sofa, nyha, ecog,
              asa score, mri, ct scan, xray, imaging, rehabilitation, therapist notes,
              insurance claim diagnosis, hospitalised days, morbidity, mutuelle sante, fumeuse,
              grossesse, antecedents medicaux, hauptdiagnose, nebendiagnose, nebendiagnosen,
              symptome, beschwerden, blutdruck sys, blutdruck dia, blutdruck systolisch,
              blutdruck diastolisch, grosse cm, groesse cm, bauchumfang, herzfrequenz,
              temperatur patient, cholesterin, befund, befunde, operation, op, medikamentenplan,
              schweregrad, enfermedad cronica, enfermedades cronicas, fuma, bebe alcohol,
              embarazo, frecuencia cardiaca, imc, indice de masa corporal, peso kg, talla cm,
              altura cm, motivo consulta, motivo de consulta, motivo ingreso, antecedentes,
              antecedentes familiares, vacunado, vacuna, sintoma, maladie chronique, tabagisme,
              motif, motif consultation, motif d admission, tension systolique,
              tension diastolique, frequence cardiaque, vaccine statut, vaccinated flag,
              fuma sigarette, peso corporeo, sintomi, motivo ricovero, vaccinato,
              frequenza cardiaca, rookgedrag, alcoholgebruik, klachten, opnamereden, hartslag,
              gevaccineerd, reden van opname, sintomas, motivo da consulta, motivo internamento,
              peso corporal, hipertensao, diabete, vacinado, doenca cronica, objawy,
              przyczyna przyjecia, szczepienie, tetno, ciezar ciala,
              chd, ten year chd, cvd, cardio,
              aeterm, aedecod, aesev, aeser, aeout, aerel, aebodsys, dthfl, dthdtc, mhterm,
              cmtrt, exdose, vsorres, lborres, lbtestcd, drg, drg code, mdc, snomed, snomed code,
              cpt, cpt code, hcpcs, dx, px, prim dx, primary dx, sec dx, principal diagnosis,
              admitting diagnosis, special needs, special need, sen, sen status, sen provision,
              special educational needs, learning disability, iep, ehcp, necessidade especial,
              necessidades especiais, necesidades especiales, necesidad especial,
              besoins particuliers, bisogni speciali, forderbedarf, triaje, nivel triaje,
              nivel de triaje, codice triage, triagecategorie, destino alta
              """)
              .mentioned(
                  """
              treatment, therapy,
              phq, gad, diagnosis, diagnostico, diagnose, icd, disease, symptom, medication,
              allergy, allergies, blood pressure, bps, cholesterol, glucose, bmi, difficulty,
              disability, smoker, smoking, alcohol, pregnant, pregnancies, chronic, cancer, tumor,
              diabetes, hypertension, heart disease, depression, anxiety, mental health,
              healthcare, medical, ecg, angina, insulin, blood type, blood group, stroke, hiv,
              vaccination, krankheit, blutgruppe, blutdruck, behinderung, enfermedad, maladie,
              malattia, ziekte, choroba, alergias, gave birth, sick, surgery, hospitalization,
              physical activity, sleep, symptoms, hba 1 c, bloodpressure, hospital,
              mental illness, illness, psychiatric, disorder, drinker, smoked, chemotherapy,
              glucose serum, cannabis, cocaine, blutdruck sys, diagnose, erkrankung
              """)
              .hinted(
                  """
              health, condition, outcome, target, weight, height, dose, drug,
              blood, heart, body, patient, clinical, lab, care, pain, stage, severity, case
              """)
              .unless(
                  """
              insurance, company, provider, plan, vehicle, car, engine, shipping, product,
              package, item, gross, net, equipment, machine, owner, name, building, weather,
              order, room, job, fault, hospital, employed, tree, organisation, ownership, measure,
              battery, road, water, air, gas, bill, wing, flipper, server, system, index, seller,
              sample, insurer,
              contact, phone, email, mail
              """)
              .evenOfThings()
              .values("are ICD codes", 5, Shapes.like("[A-TV-Z]\\d[\\dA-Z](\\.[\\dA-Z]{1,4})?"))
              .values(
                  "are blood groups",
                  6,
                  Shapes.like("(?i)(A|B|AB|O|0) ?(\\+|-|−|pos|neg|rh\\+|rh-)(itive|ative)?"))
              .values(
                  "are names of diseases",
                  5,
                  Shapes.like(
                      "(?iU).*\\b(diabetes|hypertension|asthma|cancer|carcinoma|arthritis|migraine|depression|infection|pneumonia|influenza|obesity|anemia|stroke|epilepsy|bronchitis|hepatitis|covid-?19|angina|insomnia|allergy|fracture|diabète|asthme|asma|hypertonie|hipertensi[oó]n|ipertensione|depresi[oó]n|krebs|c[aá]ncer|migr[aä]ne|copd)\\b.*"))
              .fact("Its values are dates.", -5, ColumnView::dated));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
