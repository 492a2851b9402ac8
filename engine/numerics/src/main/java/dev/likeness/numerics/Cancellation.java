package dev.likeness.numerics;

/**
 * Tells a long computation to stop. Computations ask at least every 100 ms.
 *
 * <p><b>Thread-safe:</b> implementations must be.
 */
@FunctionalInterface
public interface Cancellation {

  /** Never asks to stop. */
  Cancellation NEVER = () -> false;

  /** Whether the computation should stop. */
  boolean requested();

  /**
   * Returns when the computation may go on.
   *
   * @throws CancelledException when it should stop
   */
  default void check() {
    if (requested()) {
      throw new CancelledException();
    }
  }
}
