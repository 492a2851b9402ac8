package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Jobs, positions, departments, kinds of work. */
@AutoService(Detector.class)
public final class OccupationDetector implements Detector {

  private static final Vocabulary WORDS = Vocabulary.named("occupation");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.OCCUPATION)
              .words("occupation")
              .listed("are names of jobs", 3)
              .fact(
                  "It may be the title of a work.",
                  -5,
                  column ->
                      column.header().words().equals(List.of("title"))
                          && column.share(WORDS::tells) < 0.1)
              .fact("Its values are numbers with fractions.", -6, ColumnView::fractional)
              .fact(
                  "It has numbers only, and many.",
                  -5,
                  column -> column.numeric() && column.profile().distinct() > 60));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
