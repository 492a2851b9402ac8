package dev.likeness.privacy.cipher;

/**
 * A text cannot be turned back: it was made with another key, for another column, or by no cipher.
 */
public final class UndecipherableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param cause what is wrong with the text, without the text itself
   */
  public UndecipherableException(String cause) {
    super("text = " + cause + ", expected what this key and column made");
  }
}
