package dev.likeness.platform.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A hint that there is something to do. Raising it many times before somebody looks counts once; a
 * lost hint costs the time until the next look, never the work.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Signal {

  private final Semaphore raised = new Semaphore(0);

  /** Wakes whoever waits, now or next time. */
  public void raise() {
    if (raised.availablePermits() == 0) {
      raised.release();
    }
  }

  /**
   * Waits until it is raised, at most so long.
   *
   * @return whether it was raised
   */
  public boolean await(Duration atMost) throws InterruptedException {
    boolean was = raised.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    raised.drainPermits();
    return was;
  }
}
