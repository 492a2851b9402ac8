package dev.likeness.platform.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits a moment for what another service told by an event and this one has not heard yet. */
public final class Await {

  private static final Duration BETWEEN = Duration.ofMillis(25);

  private Await() {}

  /**
   * Looks until there is something, at most so long. Call it on a worker or virtual thread and
   * outside of a transaction.
   */
  public static <T> Optional<T> upTo(Duration atMost, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + atMost.toNanos();
    Optional<T> seen = look.get();
    while (seen.isEmpty() && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(BETWEEN.toNanos());
      seen = look.get();
    }
    return seen;
  }
}
