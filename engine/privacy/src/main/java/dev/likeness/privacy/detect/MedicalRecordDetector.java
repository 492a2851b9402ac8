package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Numbers of patients. */
@AutoService(Detector.class)
public final class MedicalRecordDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.MEDICAL_RECORD_NUMBER)
              .words("medical_record_number")
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
