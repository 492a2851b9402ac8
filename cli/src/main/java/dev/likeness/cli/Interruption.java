package dev.likeness.cli;

import dev.likeness.numerics.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: the job is asked to stop, and the JVM ends only after the job has cleared up
 * what it had begun to write.
 */
final class Interruption implements Cancellation, AutoCloseable {

  private static final long CLEAR_UP_SECONDS = 10;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  private Interruption() {}

  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "likeness-interruption"));
    return interruption;
  }

  @Override
  public boolean requested() {
    return requested;
  }

  /** The job is over, whatever came of it. */
  @Override
  public void close() {
    finished.countDown();
  }

  private void stop() {
    requested = true;
    try {
      finished.await(CLEAR_UP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
