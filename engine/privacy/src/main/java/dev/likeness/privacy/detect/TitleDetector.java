package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/** Forms of address, degrees in front of names, initials. */
@AutoService(Detector.class)
public final class TitleDetector implements Detector {

  private static final Set<String> TITLES =
      Words.set(
          """
          mr mrs ms miss mx dr prof sir madam rev hon jr sr ii iii iv phd md dds esq cpa mba dvm jd
          herr frau dipl-ing ing mag senor senora srta sra sr don dona d m mme mlle monsieur madame
          mademoiselle sig sigra signor signora dott dottssa dhr mevr mw heer mevrouw pan pani bc
          mgr judr ir drs fru hr rouva
          """);

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.INITIALS_OR_TITLE)
              .words("initials_or_title")
              .values(
                  "are titles",
                  6,
                  value -> TITLES.contains(Header.fold(value).replace(".", "").strip()))
              .values("are one to three initials", 2, Shapes.like("(\\p{Lu}\\.? ?){1,3}"))
              .fact(
                  "Hardly any value is a title or an initial.",
                  -7,
                  column ->
                      column.share(
                              value ->
                                  value.length() <= 6
                                      || TITLES.contains(Header.fold(value).replace(".", "")))
                          < 0.4));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
