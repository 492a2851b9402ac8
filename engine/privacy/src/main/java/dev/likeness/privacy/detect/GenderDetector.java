package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;

/** Sex or gender, spelled out or coded. */
@AutoService(Detector.class)
public final class GenderDetector implements Detector {

  private static final Set<String> SPELLED =
      Words.set(
          """
          male female man woman boy girl males females men women nonbinary non-binary other agender
          genderqueer bigender polygender genderfluid transgender mannlich weiblich divers masculino
          femenino feminino hombre mujer homme femme masculin feminin maschio femmina uomo donna
          mann frau kvinna kvinne man vrouw mannelijk vrouwelijk kobieta mezczyzna masculine feminine
          varon hembra homem mulher mies nainen kvinde zena muz erkek kadin ferfi no
          """);

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.GENDER)
              .words("gender")
              .values("are words for sexes", 4.5, value -> SPELLED.contains(Header.fold(value)))
              .values(
                  "are letters for sexes", 1, Shapes.like("(?i)[mfwvdxhkun]|\\d|[mfwd]/[mfwd].*"))
              .whole(
                  "Its only values are the letters of two sexes.",
                  2.6,
                  column ->
                      column.header().missing()
                          && column.values().size() <= 3
                          && column.share(Shapes.like("(?i)[mfwvdx]")) == 1
                          && column.share(Shapes.like("(?i)m")) > 0)
              .must(
                  "are words, letters or digits for sexes",
                  value ->
                      value.length() == 1
                          || SPELLED.contains(Header.fold(value))
                          || value.matches(
                              "(?i)[mfwd]/[mfwd].*|.*(male|binary|trans|prefer|unknown|other|keine|divers).*|true|false|yes|no|f\\d|m\\d|f\\.|m\\.|ma|fe|mal|fem"))
              .fact(
                  "It has more values than there are genders.",
                  -9,
                  column -> column.profile().distinct() > 15 || column.values().size() > 12));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
