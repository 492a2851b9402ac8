package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Numbers of patients. */
@AutoService(Detector.class)
public final class MedicalRecordDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.MEDICAL_RECORD_NUMBER)
              .called(
                  """
              mrn, medical record number, medical record no, medical record, patient number,
              patient no, patient nr, patient id, hospital number, health insurance number,
              insurance number, insurance id, health card, health card number, health plan number,
              medicaid id, member number, chart number, encounter id, admission id,
              patientennummer, fallnummer, krankenversichertennummer, versichertennummer, kvnr,
              krankenkassennummer, nhc, historia clinica, numero de historia clinica,
              numero historia, dossier patient, numero de dossier, numero dossier, ipp,
              cartella clinica, numero cartella, patientnummer, zorgverzekering nummer,
              processo clinico, numero de processo, numer pacjenta, journalnummer,
              ur, urn, ur no, ur number, uhid, nhs number, chi number, hospital no, num historia,
              medicare no, medicare number
              """)
              .mentioned(
                  """
              mrn, medical record number, patientennummer, versichertennummer, historia clinica,
              health insurance number, health card
              """)
              .unless(
                  """
              type, status, name, company, provider
              """)
              .must("are codes", Shapes.like("[\\w ./-]{1,40}"))
              .fact(
                  "Its values repeat a lot.",
                  -8,
                  column -> column.distinctShare() < 0.3 && column.profile().count() > 20));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
