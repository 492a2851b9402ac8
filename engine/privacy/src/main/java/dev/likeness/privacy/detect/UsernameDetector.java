package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Names to log in with. */
@AutoService(Detector.class)
public final class UsernameDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.USERNAME)
              .words("username")
              .must("are one word", Shapes.like("\\S{2,130}"))
              .fact(
                  "Its values repeat a lot.",
                  -7,
                  column -> column.distinctShare() < 0.05 && column.profile().count() > 50));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
