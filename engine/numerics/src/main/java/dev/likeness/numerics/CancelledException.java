package dev.likeness.numerics;

/**
 * A computation stopped because its {@link Cancellation} asked it to; its partial result is void.
 */
public final class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public CancelledException() {
    super("cancelled");
  }
}
