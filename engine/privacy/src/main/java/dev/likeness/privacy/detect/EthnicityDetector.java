package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Race, origin, tribe, caste. */
@AutoService(Detector.class)
public final class EthnicityDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.ETHNICITY)
              .words("ethnicity")
              .listed("are words for origins", 5)
              .fact("It has too many values.", -5, column -> column.profile().distinct() > 150)
              .fact("Its values are numbers with fractions.", -8, ColumnView::fractional));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
