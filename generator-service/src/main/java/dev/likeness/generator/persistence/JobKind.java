package dev.likeness.generator.persistence;

import java.util.Locale;

/** What a job makes. */
public enum JobKind {
  /** New rows that resemble a dataset. */
  SYNTHETIC,
  /** The rows of a dataset with treated columns. */
  MASKED;

  /** The name that people see. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
