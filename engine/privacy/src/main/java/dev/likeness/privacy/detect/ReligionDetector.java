package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Faith and confession. */
@AutoService(Detector.class)
public final class ReligionDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.RELIGION)
              .words("religion")
              .listed("are words for faiths", 6)
              .fact("It has too many values.", -6, column -> column.profile().distinct() > 150));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
