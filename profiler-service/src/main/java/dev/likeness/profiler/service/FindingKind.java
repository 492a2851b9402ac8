package dev.likeness.profiler.service;

import java.util.Locale;

/** What can be found between columns. */
public enum FindingKind {
  /** What holds between columns in every row, or nearly. */
  RELATIONS,
  /** How strongly columns hang together. */
  ASSOCIATIONS;

  /** In keys of objects and names of stages. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
