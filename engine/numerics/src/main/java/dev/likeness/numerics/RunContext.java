package dev.likeness.numerics;

/**
 * How a computation is run, as opposed to what it computes: nothing in here may change a result.
 *
 * @param threads platform threads that may work at once, at least 1
 * @param progress who hears how far it has come
 * @param cancellation who may stop it
 */
public record RunContext(int threads, Progress progress, Cancellation cancellation) {

  /** Validates the number of threads. */
  public RunContext {
    if (threads < 1) {
      throw new IllegalArgumentException("threads = " + threads + ", expected >= 1");
    }
  }

  /** As many threads as the machine has, nobody listening, never cancelled. */
  public static RunContext quiet() {
    return new RunContext(
        Runtime.getRuntime().availableProcessors(), Progress.NONE, Cancellation.NEVER);
  }

  /** The same run on another number of threads. */
  public RunContext withThreads(int threads) {
    return new RunContext(threads, progress, cancellation);
  }

  /** The same run heard by another listener. */
  public RunContext withProgress(Progress progress) {
    return new RunContext(threads, progress, cancellation);
  }

  /** The same run under another cancellation. */
  public RunContext withCancellation(Cancellation cancellation) {
    return new RunContext(threads, progress, cancellation);
  }
}
