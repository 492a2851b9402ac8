package dev.likeness.privacy.treatment;

/** How a treated column takes part in synthesis, where rows are new. */
public enum SynthesisRule {
  /** The model learns it like any other; columns that no model may see are refused. */
  MODEL,
  /** It is left out of the fit; every new row gets a new value. */
  FRESH,
  /** The model learns it where it may; what stands in new rows is treated afterwards. */
  AFTERWARDS,
  /** It is left out of the fit and of the new rows. */
  DROP,
  /** It may not be used for new rows. */
  REFUSED
}
