package dev.likeness.platform.event;

import io.quarkus.arc.Arc;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Lets things happen after the running transaction has committed, and not when it rolled back. */
public final class AfterCommit {

  private AfterCommit() {}

  /** Raises a signal after the commit. */
  public static void raise(Signal signal) {
    run(signal::raise);
  }

  /** Runs something short that cannot fail after the commit. */
  public static void run(Runnable effect) {
    Arc.container()
        .instance(TransactionSynchronizationRegistry.class)
        .get()
        .registerInterposedSynchronization(new OnCommit(effect));
  }

  private record OnCommit(Runnable effect) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        effect.run();
      }
    }
  }
}
