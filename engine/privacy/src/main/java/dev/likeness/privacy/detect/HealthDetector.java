package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Diagnoses, measures of the body and blood, habits that harm it, disabilities, costs of care. */
@AutoService(Detector.class)
public final class HealthDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.HEALTH)
              .words("health")
              .evenOfThings()
              .values("are ICD codes", 5, Shapes.like("[A-TV-Z]\\d[\\dA-Z](\\.[\\dA-Z]{1,4})?"))
              .values(
                  "are blood groups",
                  6,
                  Shapes.like("(?i)(A|B|AB|O|0) ?(\\+|-|−|pos|neg|rh\\+|rh-)(itive|ative)?"))
              .listed("are illnesses, drugs or habits", 5)
              .fact("Its values are dates.", -5, ColumnView::dated));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
