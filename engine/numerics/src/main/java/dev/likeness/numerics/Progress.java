package dev.likeness.numerics;

/**
 * Hears how far a long computation has come.
 *
 * <p>Called often and from the computing thread: an implementation must return at once and must not
 * throw. Stage names are stable lower-case words ({@code "fit"}), never values of the data.
 */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (stage, done) -> {};

  /**
   * Reports progress.
   *
   * @param stage what is being done
   * @param done share of that stage that is finished, in [0, 1], never falling within a stage
   */
  void at(String stage, double done);
}
