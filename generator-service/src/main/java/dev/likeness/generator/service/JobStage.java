package dev.likeness.generator.service;

import java.util.Locale;

/** What is being done for a job, in the order in which it happens. */
public enum JobStage {
  /** Nothing yet: the dataset's columns are not known, or no worker is free. */
  WAITING,
  /** The canonical copy is opened. */
  READING,
  /** The model learns the training rows. */
  FITTING,
  /** The model makes rows, and they are written. */
  SAMPLING,
  /** The rows are copied with treated columns. */
  MASKING,
  /** The file is put into the object store. */
  STORING,
  /** Nothing more happens. */
  DONE;

  /** The name that people see. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
