package dev.likeness.synthesis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of relations that hold in every training row. */
public enum Relations {
  /** They are taken out of the model and put back, so that they hold in every row. */
  KEEP,
  /** They are left to the model, which knows nothing of them. */
  OFF;

  /** As it is typed. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What was typed, if it is one of them. */
  public static Optional<Relations> of(String label) {
    return Arrays.stream(values()).filter(value -> value.label().equals(label)).findFirst();
  }
}
