package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Citizenship, and whether somebody was born abroad. */
@AutoService(Detector.class)
public final class NationalityDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.NATIONALITY)
              .called(
                  """
              nationality, citizenship, citizenship status, citizen, citizen desc,
              country of citizenship, nativity, immigration status, migration status,
              migration background, foreign born, foreigner, is foreigner, foreign worker,
              resident status, residency status, visa status, visa type, visa, work permit,
              place of origin, staatsangehorigkeit, staatsburgerschaft, nationalitat,
              migrationshintergrund, auslander, nacionalidad, ciudadania, extranjero, nationalite,
              citoyennete, nazionalita, cittadinanza, straniero, nationaliteit, burgerschap,
              nacionalidade, cidadania, obywatelstwo, narodowosc, nationalitet, medborgarskap,
              statsborgerskap, kansalaisuus, uyruk,
              country of nationality, citizen of, noc, passport country, origin country,
              national, born abroad, immigrant, is immigrant, migrant, birth region abroad
              """)
              .mentioned(
                  """
              nationality, citizenship, nativity, immigration status, foreign born,
              staatsangehorigkeit, nacionalidad, nationalite, cittadinanza, nationaliteit,
              obywatelstwo, migrationshintergrund
              """)
              .unless(
                  """
              card
              """)
              .values("are countries", 1, Lexicon.get()::country)
              .fact("It has too many values.", -6, column -> column.profile().distinct() > 260));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
