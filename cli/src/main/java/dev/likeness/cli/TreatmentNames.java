package dev.likeness.cli;

import dev.likeness.privacy.treatment.Treatments;
import java.util.ArrayList;

/** The names of the treatments that exist, for the help text. */
final class TreatmentNames extends ArrayList<String> {

  private static final long serialVersionUID = 1L;

  TreatmentNames() {
    super(Treatments.names());
  }
}
