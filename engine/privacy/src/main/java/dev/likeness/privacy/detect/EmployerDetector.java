package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Who somebody works for. */
@AutoService(Detector.class)
public final class EmployerDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.EMPLOYER)
              .called(
                  """
              employer, company, company name, employer name, workplace, place of work,
              organisation, organization, organisation name, organization name, firm, firma,
              arbeitgeber, unternehmen, firmenname, empresa, empleador, nombre empresa, compania,
              entreprise, employeur, societe, raison sociale, azienda, datore di lavoro, ditta,
              ragione sociale, bedrijf, werkgever, bedrijfsnaam, empregador, pracodawca,
              nazwa firmy, zaklad pracy, arbetsgivare, foretag, arbeidsgiver, tyonantaja,
              works for, business name, org name, employer id, affiliation, institution
              """)
              .mentioned(
                  """
              employer, company name, arbeitgeber, empleador, employeur, datore di lavoro,
              werkgever, pracodawca, workplace
              """)
              .unless(
                  """
              size, type, years, insurance, contribution, location, phone, address, car, count,
              revenue, age, sector, industry, former
              """)
              .evenOfThings()
              .fact("Its values are numbers.", -5, ColumnView::numeric)
              .fact("It has two values only.", -6, ColumnView::binary));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
