package dev.likeness.privacy.plan;

/**
 * What stands around treatments that only obscure.
 *
 * @param caesarLegacy the configuration allows {@code caesar-legacy}
 * @param privacyOfficer whoever asks is one
 */
public record Fences(boolean caesarLegacy, boolean privacyOfficer) {

  /** Nothing of the kind is allowed. */
  public static Fences closed() {
    return new Fences(false, false);
  }
}
