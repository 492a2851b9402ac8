package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Whom somebody loves. */
@AutoService(Detector.class)
public final class SexualOrientationDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.SEXUAL_ORIENTATION)
              .called(
                  """
              sexual orientation, sexuality, orientation, lgbt, lgbtq, lgbtqi, is lgbt,
              sexual preference, sexual identity, sexuelle orientierung, sexuelle identitat,
              orientacion sexual, orientation sexuelle, orientamento sessuale,
              seksuele geaardheid, geaardheid, seksuele orientatie, orientacao sexual,
              orientacja seksualna, sexuell laggning,
              trans, transgender, is trans, is transgender, gender reassignment
              """)
              .mentioned(
                  """
              sexual orientation, sexuality, lgbt, sexuelle, orientacion sexual,
              orientation sexuelle, orientamento sessuale, geaardheid, orientacao sexual,
              orientacja seksualna
              """)
              .unless(
                  """
              screen, page, image, building
              """)
              .values(
                  "are words for orientations",
                  5,
                  Shapes.like(
                      "(?i).*(heterosexu|homosexu|bisexu|straight|gay|lesbian|lesbisch|schwul|queer|asexual|pansexu).*"))
              .fact("Its values are numbers with fractions.", -8, ColumnView::fractional));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
