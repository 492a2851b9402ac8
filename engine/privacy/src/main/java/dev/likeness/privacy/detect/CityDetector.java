package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Towns. */
@AutoService(Detector.class)
public final class CityDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.CITY)
              .words("city")
              .values("are known towns", 3, Lexicon.get()::city)
              .must("are words", Shapes.like("[^\\d@:]{2,80}"))
              .fact(
                  "Hardly any value is a known town, and it has a few values only.",
                  -2,
                  column ->
                      column.share(Lexicon.get()::city) < 0.1 && column.profile().distinct() < 4));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
