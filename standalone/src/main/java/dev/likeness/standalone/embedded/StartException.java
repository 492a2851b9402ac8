package dev.likeness.standalone.embedded;

/** A server could not be started; the message says why and what to do, in one or two sentences. */
public final class StartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With a message for people. */
  public StartException(String message) {
    super(message);
  }

  /** With a message for people and what lies behind it. */
  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
