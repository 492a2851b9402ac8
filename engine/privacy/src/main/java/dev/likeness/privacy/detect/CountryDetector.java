package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Countries. */
@AutoService(Detector.class)
public final class CountryDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.COUNTRY)
              .words("country")
              .values("are countries", 6, Lexicon.get()::country)
              .must("are names or codes", Shapes.like("[^\\d@:]{2,80}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
