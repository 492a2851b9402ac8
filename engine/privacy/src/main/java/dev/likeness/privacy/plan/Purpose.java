package dev.likeness.privacy.plan;

/** What a plan is for. */
public enum Purpose {
  /** New rows: nothing of a direct identifier is needed. */
  SYNTHETIC,
  /** The same rows, row by row, with what names people treated so that it can be undone. */
  MASKED_COPY
}
