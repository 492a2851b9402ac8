package dev.likeness.privacy.treatment;

import java.util.List;

/** No treatment of that name exists. */
public final class UnknownTreatmentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Lists the names that exist. */
  public UnknownTreatmentException(String name, List<String> names) {
    super("treatment = " + name + ", expected one of " + String.join(", ", names));
  }
}
