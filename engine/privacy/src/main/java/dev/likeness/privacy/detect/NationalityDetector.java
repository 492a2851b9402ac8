package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Citizenship, and whether somebody was born abroad. */
@AutoService(Detector.class)
public final class NationalityDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.NATIONALITY)
              .words("nationality")
              .values("are countries", 1, Lexicon.get()::country)
              .fact("It has too many values.", -6, column -> column.profile().distinct() > 260));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
