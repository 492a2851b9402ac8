package dev.likeness.synthesis;

/** A model file is not one, is damaged, or says things that cannot be true of a model. */
public final class CorruptModelException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception; the message names what was expected, never a value of the data. */
  public CorruptModelException(String message) {
    super("model file: " + message);
  }
}
