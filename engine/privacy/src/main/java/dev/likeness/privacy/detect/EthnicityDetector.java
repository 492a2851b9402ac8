package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Race, origin, tribe, caste. */
@AutoService(Detector.class)
public final class EthnicityDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.ETHNICITY)
              .called(
                  """
              race, ethnicity, ethnic group, ethnic origin, ethnic background, racial group,
              race ethnicity, hispanic, hispanic latino, is hispanic, latino, tribe, caste,
              caste category, community category, indigenous, aboriginal, minority,
              minority status, skin colour, racedesc, race desc, race code, ancestry, color race,
              ethnie, etnia, raza, raca, cor raca, cor, razza, ethnische herkunft, ethnizitat,
              ethnische zugehorigkeit, volkszugehorigkeit, origen etnico, grupo etnico,
              origine ethnique, origine etnica, etniciteit, etnische afkomst, afkomst,
              origem etnica, pochodzenie etniczne, rasa, etnisk bakgrund, national origin,
              jobfair diversity, diversity job fair,
              indig status, indigenous status, indigenous, aboriginal, aboriginal status, maori,
              atsi
              """)
              .mentioned(
                  """
              race, ethnicity, ethnic, hispanic, indigenous, etnia, raza, ethnische, caste,
              diversity, tribe, etniczne, etnische
              """)
              .unless(
                  """
              horse, car, time, position, finish, results, date, track, circuit, number, rank,
              bib, terr
              """)
              .values(
                  "are words for origins",
                  5,
                  Shapes.like(
                      "(?iU).*\\b(white|black|asian|hispanic|latino|caucasian|african[- ]american|native american|american indian.*|pacific islander|amer-indian.*|asian-pac.*|mixed race|two or more races|chinese|indian|pakistani|bangladeshi|caribbean|arab|roma|sinti|nonhispanic|non-hispanic|parda|preta|indigena|amarela|branca|mestizo|mulato)\\b.*"))
              .fact("It has too many values.", -5, column -> column.profile().distinct() > 150)
              .fact("Its values are numbers with fractions.", -8, ColumnView::fractional));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
